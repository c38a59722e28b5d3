namespace Tessera.Segments.Explaining.Changing;

/// <summary>What may happen, in order.</summary>
internal sealed record Plan(params IReadOnlyList<Act> Acts)
{
    /// <summary>Whether it is nothing but waiting.</summary>
    internal bool IsWaiting => Acts.All(act => act is WaitUntil);

    /// <summary>Several plans as one: first what only waits, until the last of it, then everything else.</summary>
    internal static Plan Join(IReadOnlyList<Plan> plans)
    {
        if (plans.Count == 1)
        {
            return plans[0];
        }

        var waits = plans.Select(plan => plan.Acts[0]).OfType<WaitUntil>().ToList();
        var rest = plans.SelectMany(plan => plan.Acts[0] is WaitUntil ? plan.Acts.Skip(1) : plan.Acts);
        return waits.Count == 0
            ? new Plan([.. rest])
            : new Plan([new WaitUntil(waits.Max(wait => wait.Instant), [.. waits.SelectMany(wait => wait.Without).Distinct(StringComparer.Ordinal)]), .. rest]);
    }

    /// <summary>How much it takes.</summary>
    internal double Cost(long now) => Acts.Sum(act => act.Cost(now));
}
