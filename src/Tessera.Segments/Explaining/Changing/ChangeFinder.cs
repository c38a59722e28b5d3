using Tessera.Segments.Explaining.Judging;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Finds the least that makes an answer another, by trying what the parts of the definition propose on what is known.</summary>
internal static class ChangeFinder
{
    private const int MostTried = 24;
    private const int MostMended = 4;
    private const int MostRounds = 3;

    /// <summary>The cheapest change found, or null.</summary>
    internal static SegmentChange? Find(Judgement root, Judge judge)
    {
        var wanted = !root.Holds;
        var ways = root.Ways().Take(MostTried).ToList();
        foreach (var way in ways)
        {
            // The cheapest are tried in any case.
            if (!judge.Effort.Allows(judge.Facts.Calls.Count) && way != ways[0])
            {
                return null;
            }

            if (Trial.Run(judge.Facts, way) is { } trial && judge.At(trial.Facts).Of(root.Expression).Holds == wanted)
            {
                return Told(trial.Steps);
            }
        }

        // What helps one part may be at the cost of another: then that one is seen to next.
        return ways.Take(MostMended).Select(way => Mend(root.Expression, judge, way, wanted)).FirstOrDefault(change => change is not null);
    }

    private static SegmentChange? Mend(Expression expression, Judge judge, Plan way, bool wanted)
    {
        List<ChangeStep> steps = [];
        for (var round = 0; round < MostRounds && judge.Effort.Allows(judge.Facts.Calls.Count); round++)
        {
            if (Trial.Run(judge.Facts, way) is not { } trial)
            {
                return null;
            }

            steps.AddRange(trial.Steps);
            judge = judge.At(trial.Facts);
            var root = judge.Of(expression);
            if (root.Holds == wanted)
            {
                return Told(steps);
            }

            if (root.Ways() is not [var next, ..])
            {
                return null;
            }

            way = next;
        }

        return null;
    }

    private static SegmentChange Told(IReadOnlyList<ChangeStep> steps) => new(string.Join(", then ", steps.Select(step => step.Sentence)), steps);
}
