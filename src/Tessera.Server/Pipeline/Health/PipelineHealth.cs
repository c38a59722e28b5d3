using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Pipeline.Health;

/// <summary>Puts together how the pipeline is doing.</summary>
internal sealed class PipelineHealth(PipelineService pipeline, IntakeFigures intake, PipelineFigures figures, ILiveFigures live, TimeProvider time)
{
    public PipelineView Read()
    {
        var because = intake.TurnedAwayBecause;
        var stored = pipeline.Standing();
        return new PipelineView(
            time.GetUtcNow(),
            [
                new PipelineStage("received", "Received", intake.Received.Total, intake.Received.PerSecond, Backlog: null, LagSeconds: null),
                new PipelineStage("accepted", "Accepted", intake.Accepted.Total, intake.Accepted.PerSecond, Backlog: null, LagSeconds: null),
                new PipelineStage("refused", "Kept aside", intake.Refused.Total, intake.Refused.PerSecond, Backlog: null, LagSeconds: null),
                new PipelineStage("duplicate", "Sent before", figures.Duplicate.Total, figures.Duplicate.PerSecond, Backlog: null, LagSeconds: null),
                new PipelineStage("resolved", "Customer known", figures.Resolved.Total, figures.Resolved.PerSecond, Backlog: null, LagSeconds: null),
                new PipelineStage("live", "Segments evaluated", live.Calls.Total, live.Calls.PerSecond, Backlog: null, LagSeconds: null),
                new PipelineStage("stored", "Stored", figures.Stored.Total, figures.Stored.PerSecond, stored.Sum(partition => partition.Behind), pipeline.LagSeconds),
            ],
            stored,
            live.Read(),
            new PipelineBatches(figures.Rows.Percentile(0.5), figures.Rows.Percentile(0.99)),
            because is not null,
            because);
    }
}
