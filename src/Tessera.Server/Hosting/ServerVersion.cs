using System.Reflection;

namespace Tessera.Server.Hosting;

/// <summary>The version of the product, as built.</summary>
public static class ServerVersion
{
    /// <summary>For example <c>0.1.0</c>; what a build appends after a plus sign is left out.</summary>
    public static string Text { get; } =
        (typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0")
        .Split('+')[0];
}
