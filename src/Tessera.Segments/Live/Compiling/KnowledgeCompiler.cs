using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Compiling;

/// <summary>Makes conditions ready on what is known beside events: traits, company, context, scores, consents, kept memberships.</summary>
internal sealed class KnowledgeCompiler(TrackSet tracks, SelectorCompiler selectors, LiveCalendar calendar)
{
    internal LiveCondition Compile(TraitCondition condition)
    {
        var path = condition.Path.Segments;
        if (Namespaces.IsOwnTrait(condition.Path))
        {
            return Named(Get(TrackScope.Identify), [.. path], condition.Test);
        }

        return path[0] switch
        {
            Namespaces.Company => Named(Get(TrackScope.CompanyTraits), [.. path.Skip(1)], condition.Test),
            Namespaces.Context => Latest(Get(TrackScope.Context), [.. path.Skip(1)], condition.Test, isContext: true),
            _ => condition.Test is IsInExtremeShare share ? Rank(condition.Path, share) : Latest(Get(TrackScope.Computed), [.. path], condition.Test),
        };
    }

    internal LiveCondition Compile(ConsentsTo consent)
    {
        var plan = Get(TrackScope.Consent, consent.Purpose);
        return new ValueCondition(plan, null, new BitFilter(plan.BitSlot("given", () => new NeverPredicate())), ifMissing: false);
    }

    internal LiveCondition IsIn(SegmentKey key)
    {
        var (plan, name, isMember) = Kept(key);
        return new ValueCondition(plan, name, isMember, ifMissing: false);
    }

    internal LiveCondition HasBeen(HasBeenInSegment member)
    {
        var (plan, name, isMember) = Kept(member.Key);
        ((ReplacedRetention)plan.Retention).Keep(name, member.Length.Microseconds);
        return new HeldCondition(plan, name, isMember, member.Length.Microseconds);
    }

    internal TrackPlan Company() => Get(TrackScope.CompanyKey);

    private (TrackPlan Plan, int Name, EntryFilter IsMember) Kept(SegmentKey key)
    {
        var plan = Get(TrackScope.Membership, key.Value);
        var name = plan.BitSlot("changes", () => new NeverPredicate());
        ((ReplacedRetention)plan.Retention).Keep(name, 0);
        return (plan, name, new BitFilter(plan.BitSlot("entered", () => new NeverPredicate())));
    }

    private LiveCondition Named(TrackPlan plan, string[] path, ValueTest test)
    {
        var name = plan.BitSlot($"sets {path[0]}", () => new SetsPredicate(path[0]));
        var retention = (ReplacedRetention)plan.Retention;
        if (test is HasBeen been)
        {
            retention.Keep(name, been.Length.Microseconds);
            return new HeldCondition(plan, name, selectors.Test(new TextIs(been.Value), path, plan), been.Length.Microseconds);
        }

        retention.Keep(name, 0);
        return new ValueCondition(plan, name, selectors.Test(test, path, plan), IfMissing(test));
    }

    private ValueCondition Latest(TrackPlan plan, string[] path, ValueTest test, bool isContext = false) =>
        new(plan, null, selectors.Test(test, path, plan, isContext), IfMissing(test));

    private ValueCondition Rank(ValuePath path, IsInExtremeShare share)
    {
        var plan = Get(TrackScope.Computed);
        var slot = plan.BitSlot($"{path} {share}", () => new NeverPredicate());
        plan.Ranks.Add((slot, path, share));
        return new ValueCondition(plan, null, new BitFilter(slot), ifMissing: false);
    }

    private bool IfMissing(ValueTest test) => new ValueCheck(test, calendar) is { IsVolatile: false } check && check.Passes(default);

    private TrackPlan Get(TrackScope scope, string of = "") => tracks.Get($"{scope} {of}", () => new TrackPlan(
        $"{scope} {of}",
        scope is TrackScope.Identify or TrackScope.CompanyTraits or TrackScope.Membership ? new ReplacedRetention() : new LatestRetention().Keep(1, Clock.Never),
        scope) { HasIds = scope is TrackScope.Identify or TrackScope.CompanyTraits or TrackScope.CompanyKey or TrackScope.Context, Subject = of });
}
