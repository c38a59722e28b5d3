using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Hosting.Health;

/// <summary>What is running.</summary>
/// <param name="Version">The version of the server.</param>
/// <param name="Engine">The analytical engine.</param>
/// <param name="DataDirectory">The absolute path of the data directory.</param>
/// <param name="UptimeSeconds">For how long the server has been running.</param>
internal sealed record SystemView(string Version, EngineStatus Engine, string DataDirectory, double UptimeSeconds);
