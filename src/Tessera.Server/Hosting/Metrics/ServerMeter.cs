using System.Diagnostics.Metrics;
using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Hosting.Metrics;

/// <summary>The instruments of the server itself.</summary>
internal sealed class ServerMeter
{
    public const string Name = "Tessera.Server";

    public ServerMeter(IMeterFactory factory, ServerClock clock, IAnalyticalEngine engine)
    {
        var meter = factory.Create(Name);
        meter.CreateObservableGauge("tessera.uptime", () => clock.Uptime.TotalSeconds, "s", "For how long the server has been running.");
        meter.CreateObservableGauge(
            "tessera.engine.ready", () => engine.Status.State == EngineCondition.Ready ? 1 : 0, description: "Whether the engine answers.");
        meter.CreateObservableCounter(
            "tessera.engine.restarts", () => (long)engine.Status.Restarts, description: "How often the engine was restarted since the server started.");
        meter.CreateObservableGauge(
            "tessera.engine.warnings", () => engine.Status.Warnings.Count, description: "What an operator must see to, such as damaged data set aside; GET /api/system says what.");
        meter.CreateObservableGauge(
            "tessera.engine.memory", () => engine.Status.MemoryBytes ?? 0, "By", "Memory that the embedded engine holds.");
    }
}
