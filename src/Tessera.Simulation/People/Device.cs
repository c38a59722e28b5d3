using System.Text;
using System.Text.Json;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.People;

/// <summary>A device with its browser, as the context of a call shows it.</summary>
internal sealed class Device
{
    public Device(string type, string osName, string osVersion, string browserName, string browserVersion, string userAgent)
    {
        Type = type;
        OsName = osName;
        BrowserName = browserName;
        DeviceJson = Encoding.UTF8.GetBytes($$"""{"type":"{{type}}"}""");
        OsJson = Encoding.UTF8.GetBytes($$"""{"name":"{{osName}}","version":"{{osVersion}}"}""");
        BrowserJson = Encoding.UTF8.GetBytes($$"""{"name":"{{browserName}}","version":"{{browserVersion}}"}""");
        UserAgent = JsonText.Of(userAgent);
    }

    public string Type { get; }

    public string OsName { get; }

    public string BrowserName { get; }

    /// <summary>The value of <c>context.device</c>.</summary>
    public byte[] DeviceJson { get; }

    /// <summary>The value of <c>context.os</c>.</summary>
    public byte[] OsJson { get; }

    /// <summary>The value of <c>context.browser</c>.</summary>
    public byte[] BrowserJson { get; }

    public JsonEncodedText UserAgent { get; }
}
