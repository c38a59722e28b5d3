using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Pipeline.Health;

/// <summary>What went through the pipeline since the server started.</summary>
internal sealed class PipelineFigures(TimeProvider time)
{
    /// <summary>Calls that were sent before and left out.</summary>
    public StageFigure Duplicate { get; } = new(time);

    /// <summary>Calls of which it is known whose they are.</summary>
    public StageFigure Resolved { get; } = new(time);

    /// <summary>Calls that are in the engine.</summary>
    public StageFigure Stored { get; } = new(time);

    /// <summary>How many rows a batch had.</summary>
    public RecentValues Rows { get; } = new();
}
