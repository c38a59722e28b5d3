using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Computes a model as of a reference date, into versions of the engine's tables that nobody reads yet.</summary>
/// <remarks>What a failed computation leaves behind is freed by the next cleaning.</remarks>
internal sealed class RfmComputation(RfmStatements statements, CustomerTableVersions versions, CustomerTableCleaner cleaner)
{
    /// <summary>Sums up what every customer bought, over all time.</summary>
    /// <returns>The version of the totals that was written.</returns>
    public async Task<long> SumUpAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var version = await versions.BeginAsync(workspace, CustomerTable.Totals, cancellationToken);
        await statements.WriteTotalsAsync(workspace, version, from: null, to: null, cancellationToken);
        return version;
    }

    /// <summary>Scores every customer as the model's options say.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lifetimeTotals">A version of the totals over all time; scored as it is when the options leave no purchase out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RfmOutcome> ScoreAsync(RfmModel model, long lifetimeTotals, CancellationToken cancellationToken)
    {
        var lifetime = await statements.PopulationAsync(model.Workspace, lifetimeTotals, model.TimeZone, cancellationToken);
        var reference = model.Options.ReferenceDate ?? lifetime.LastPurchase.AddDays(1);
        return model.Options is { WindowDays: null, ReferenceDate: null }
            ? await ScoreAsync(model, lifetimeTotals, lifetime.Customers, reference, cancellationToken)
            : await ScoreAsOfAsync(model, reference, cancellationToken);
    }

    /// <summary>Scores every customer as of a date, by the purchases of the model's window before it.</summary>
    public async Task<RfmOutcome> ScoreAsOfAsync(RfmModel model, DateOnly reference, CancellationToken cancellationToken)
    {
        var to = CalendarDays.StartOf(reference, model.TimeZone);
        DateTimeOffset? from = model.Options.WindowDays is { } days ? CalendarDays.StartOf(reference.AddDays(-days), model.TimeZone) : null;
        var totals = await versions.BeginAsync(model.Workspace, CustomerTable.Totals, cancellationToken);
        await statements.WriteTotalsAsync(model.Workspace, totals, from, to, cancellationToken);
        var population = await statements.PopulationAsync(model.Workspace, totals, model.TimeZone, cancellationToken);
        var outcome = await ScoreAsync(model, totals, population.Customers, reference, cancellationToken);
        await cleaner.DropAsync(CustomerTable.Totals, totals, cancellationToken);
        return outcome;
    }

    private async Task<RfmOutcome> ScoreAsync(
        RfmModel model, long totals, long customers, DateOnly reference, CancellationToken cancellationToken)
    {
        var version = await versions.BeginAsync(model.Workspace, CustomerTable.Rfm, cancellationToken);
        if (customers == 0)
        {
            return new RfmOutcome(version, ReferenceDate: null, Cutoffs: null, []);
        }

        var frame = model.Frame(reference);
        var bounds = model.Options is { Scoring: RfmScoring.Thresholds, Thresholds: { } thresholds }
            ? RfmBounds.From(thresholds)
            : await statements.BoundsAsync(model.Workspace, totals, frame, customers, cancellationToken);
        var naming = SegmentNamings.Of(model.Options.Naming);
        await statements.WriteScoresAsync(model.Workspace, totals, version, frame, bounds, naming, cancellationToken);
        var cells = await statements.CellsAsync(model.Workspace, version, cancellationToken);
        return new RfmOutcome(version, reference, RfmCutoffs.From(model.Options, cells), cells);
    }
}
