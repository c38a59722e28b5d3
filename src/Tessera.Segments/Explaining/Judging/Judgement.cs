using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>One part of a definition as it applies to one customer from an instant on. One class for each construct.</summary>
internal abstract class Judgement(Expression expression, Judge judge)
{
    private const int MostWays = 8;

    internal Expression Expression => expression;

    /// <summary>Which construct it is, as the JSON form of trees names it.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether it holds now, and when that is otherwise.</summary>
    internal abstract Course Course { get; }

    internal bool Holds => Course.Holds;

    /// <summary>The parts it is made of.</summary>
    internal virtual IReadOnlyList<Judgement> Parts => [];

    protected Judge Judge => judge;

    protected Facts Facts => judge.Facts;

    /// <summary>What is said about it.</summary>
    internal abstract Account Tell();

    /// <summary>Ways to make it otherwise, the cheapest first. They are guesses: whoever uses one tries it.</summary>
    internal IReadOnlyList<Plan> Ways()
    {
        List<Plan> ways = [.. Remedies()];
        if (Course.NextTurn is { } turn)
        {
            ways.Add(new Plan(new WaitUntil(turn, Avoided)));
        }

        return [.. ways.OrderBy(way => way.Cost(Facts.Now)).Take(MostWays)];
    }

    /// <summary>Ways other than waiting.</summary>
    protected virtual IEnumerable<Plan> Remedies() => [];

    /// <summary>What must not be done while it is waited for.</summary>
    internal virtual IReadOnlyList<string> Avoided => [];

    /// <summary>Whether a plan makes it otherwise.</summary>
    protected bool Turns(Plan plan) => judge.Effort.Allows(Facts.Calls.Count) && Trial.Run(Facts, plan) is { } trial && judge.At(trial.Facts).Of(expression).Holds != Holds;
}
