using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Reading;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Imports.Planning;

/// <summary>Finds out how a table is to be read: what its columns are, how its dates and numbers are written, and what stays open.</summary>
internal sealed class TablePlanner
{
    private const int SampleRows = 2000;

    private readonly IImportFile file;
    private readonly TableKind kind;
    private readonly IReadOnlyDictionary<string, string> given;
    private readonly ImportOptions options;
    private readonly ReadingOptions reading;
    private readonly Workspace workspace;

    /// <param name="file">The file.</param>
    /// <param name="kind">What its rows are.</param>
    /// <param name="given">What the sender says of the mapping.</param>
    /// <param name="options">What else the sender says.</param>
    /// <param name="workspace">The workspace: its zone is that of times without an offset, its currency that of signs it can be meant by, unless the options say otherwise.</param>
    /// <param name="isSample">Whether the file is only the beginning of one.</param>
    public TablePlanner(
        IImportFile file, TableKind kind, IReadOnlyDictionary<string, string> given, ImportOptions options, Workspace workspace, bool isSample = false)
    {
        this.file = file;
        this.kind = kind;
        this.given = TargetNames.Canonical(given);
        this.options = options;
        this.workspace = workspace;
        reading = OptionReader.Reading(options) with { IsSample = isSample };
    }

    /// <summary>Looks at the file, as far as it must, and makes the plan.</summary>
    /// <exception cref="ImportException">The file is not a table, or what the sender says does not fit it.</exception>
    public ImportPlan Plan()
    {
        var zone = OptionReader.Zone(options.TimeZone ?? workspace.TimeZone);
        var dateStyle = OptionReader.Dates(options);
        var numberStyle = OptionReader.Numbers(options);
        var (columns, profiles, shape) = Profile();
        var guesses = kind.Guess(columns, profiles, given);
        var mapping = ColumnMapping.Create(kind.Targets, given, guesses, columns);
        var missing = kind.Missing(mapping);
        var plan = new ImportPlan { Shape = shape, Columns = columns, Profiles = profiles, Guesses = guesses, Mapping = mapping, Zone = zone };
        if (missing.Count > 0)
        {
            return plan with { Missing = missing, Questions = [.. missing.Select(target => PlanQuestions.Missing(kind, target, columns))] };
        }

        var evidence = GatherEvidence(mapping, dateStyle is null, numberStyle is null);
        var questions = new List<ImportQuestion>();
        dateStyle ??= Settle(evidence.Dates, mapping, questions);
        if (numberStyle is null && !evidence.Numbers.IsSettled)
        {
            questions.Add(PlanQuestions.Numbers(evidence.Numbers));
        }

        var said = OptionReader.Currency(options);
        var signs = new SharedSigns(said, workspace.Currency);
        // One answer cannot settle two signs: rows with the other one are rejected, with what to write instead.
        if (said is null && evidence.CurrenciesWritten.FirstOrDefault(written => signs.CodeOf(written) is null) is { } open)
        {
            questions.Add(PlanQuestions.Currency(open));
        }

        return plan with
        {
            Dates = dateStyle,
            Numbers = numberStyle ?? evidence.Numbers.Style,
            NamedCurrency = said ?? evidence.CurrenciesWritten.Select(signs.CodeOf).FirstOrDefault(code => code is not null) ?? Platforms.Recognise(columns)?.Currency,
            Questions = questions,
            Notes = [.. PlanNotes.Of(kind, plan, given, dateStyle, numberStyle ?? evidence.Numbers.Style, evidence, questions), .. signs.Notes(evidence.CurrenciesWritten)],
        };
    }

    private static DateStyle Settle(DateEvidence dates, ColumnMapping mapping, List<ImportQuestion> questions)
    {
        if (dates.Values > 0 && !dates.AreDates && dates.NotDates == dates.Values)
        {
            throw ImportErrors.NotDates(mapping[OrderTargets.Time]?.Text ?? string.Empty, dates.NotADate!);
        }

        if (dates.Settled() is { } settled && !dates.IsContradictory)
        {
            return settled;
        }

        questions.Add(PlanQuestions.Dates(dates));
        return new DateStyle(dates.Candidates()[0]);
    }

    private (ColumnNames Columns, IReadOnlyList<ColumnProfile> Profiles, FileShape Shape) Profile()
    {
        using var table = TableReader.Open(file, reading);
        var profiles = table.Columns.All.Select(name => new ColumnProfile(name)).ToList();
        while (table.RowsRead < SampleRows && table.Read())
        {
            for (var column = 0; column < profiles.Count; column++)
            {
                profiles[column].Add(table.Field(column));
            }
        }

        return table.RowsRead > 0 ? (table.Columns, profiles, table.Shape) : throw ImportErrors.NoRows(file.Name);
    }

    /// <summary>Reads the columns of dates and numbers until there is no doubt about them; to the end of the file if need be.</summary>
    private FileEvidence GatherEvidence(ColumnMapping mapping, bool wantsDates, bool wantsNumbers)
    {
        using var table = TableReader.Open(file, reading);
        var evidence = new FileEvidence(table, mapping, kind);
        while (table.Read())
        {
            evidence.AddRow();
            var enough = table.RowsRead >= SampleRows
                && (!wantsDates || evidence.Dates.Settled() is not null)
                && (!wantsNumbers || (evidence.Numbers.IsSettled && evidence.Numbers.IsProven) || evidence.HasNoTextNumbers);
            if (enough)
            {
                break;
            }
        }

        return evidence;
    }
}
