using Tessera.Cli.Output;
using Tessera.Learning;

namespace Tessera.Cli.Learning;

/// <summary>What the <c>learn</c> commands do that learn from a file and answer for each of its rows: work, write the rows, answer.</summary>
/// <param name="File">The file.</param>
/// <param name="Json">Whether to answer as JSON.</param>
/// <param name="Out">Where the rows go; null for nowhere.</param>
/// <param name="Header">The columns of the rows.</param>
internal sealed record LearnedRows(string File, bool Json, string? Out, params IReadOnlyList<string> Header)
{
    /// <summary>Does it.</summary>
    /// <param name="environment">Where it runs.</param>
    /// <param name="work">Learns; the rows may be made when they are read.</param>
    /// <param name="line">A row as the texts of its columns.</param>
    /// <param name="report">Answers for a person.</param>
    /// <exception cref="CommandFailure">The file does not carry it; one sentence says why.</exception>
    public int Answer<TAnswer, TRow>(ProgramEnvironment environment, Func<ProgressLine, (TAnswer Answer, IEnumerable<TRow> Rows)> work, Func<TRow, string[]> line, Action<TAnswer> report)
    {
        TAnswer answer;
        using (var progress = new ProgressLine(environment))
        {
            try
            {
                (answer, var rows) = work(progress);
                if (Out is not null)
                {
                    LearnOutput.WriteRows(environment, Out, [.. Header], rows.Select(line));
                }
            }
            catch (NotEstimableException failure)
            {
                throw new CommandFailure($"{File}: {failure.Message}");
            }
        }

        if (Json)
        {
            LearnOutput.WriteJson(environment, answer);
        }
        else
        {
            report(answer);
        }

        return ExitCodes.Success;
    }
}
