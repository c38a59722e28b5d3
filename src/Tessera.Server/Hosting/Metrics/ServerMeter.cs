using System.Diagnostics.Metrics;

namespace Tessera.Server.Hosting.Metrics;

/// <summary>The instruments of the server itself.</summary>
internal sealed class ServerMeter
{
    public const string Name = "Tessera.Server";

    public ServerMeter(IMeterFactory factory, ServerClock clock)
    {
        var meter = factory.Create(Name);
        meter.CreateObservableGauge("tessera.uptime", () => clock.Uptime.TotalSeconds, "s", "For how long the server has been running.");
    }
}
