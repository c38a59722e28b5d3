using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tessera.Segments.Tests.Reference;

/// <summary>
/// Says who belongs by going through everything, again and again: the meaning of the language as plain code. Do not optimise; every
/// other evaluator is held against it.
/// </summary>
internal sealed class ReferenceEvaluator(World world)
{
    private readonly Dictionary<(Guid Customer, long Now), List<Call>> known = [];

    /// <summary>Whether a customer is a member at an instant, in microseconds since 1970.</summary>
    internal bool IsMember(Segment segment, Customer customer, long now) =>
        IsSeen(customer, now) && Holds(segment.Definition, customer, now);

    /// <summary>Whether a customer was seen by an instant.</summary>
    internal bool IsSeen(Customer customer, long now) => FirstSeen(customer) <= now;

    private bool Holds(Expression expression, Customer customer, long now) => expression switch
    {
        All all => all.Items.All(item => Holds(item, customer, now)),
        Any any => any.Items.Any(item => Holds(item, customer, now)),
        Not not => !Holds(not.Operand, customer, now),
        AtLeastOf group => group.Items.Count(item => Holds(item, customer, now)) >= group.Minimum,
        TraitCondition trait => Trait(trait, customer, now),
        Did or DidRegularly or DidSequence => new Deeds(Events(customer, now), FirstSeen(customer), now, world.Zone).Holds(expression),
        CompanyDid company => new Deeds(CompanyEvents(customer, now), FirstSeen(customer), now, world.Zone).Holds(company.Condition),
        MeasureCondition or TrendCondition or RecencyCondition => new Deeds(Events(customer, now), FirstSeen(customer), now, world.Zone).Holds(expression),
        InSegment member => world.Segments.TryGetValue(member.Key.Value, out var segment)
            ? IsMember(segment, customer, now)
            : Changes(customer, member.Key, now).LastOrDefault().Entered,
        EnteredSegment entered => Changed(customer, entered.Key, entered.Period, now, entering: true),
        LeftSegment left => Changed(customer, left.Key, left.Period, now, entering: false),
        HasBeenInSegment member => HasBeen(customer, member.Key, now - member.Length.Microseconds, now),
        ConsentsTo consent => customer.Consents.Where(entry => entry.Purpose == consent.Purpose && entry.Time <= now).OrderBy(entry => entry.Time).ThenByDescending(entry => entry.Given).LastOrDefault().Given,
        InRandomShare random => IsDrawn(customer.Id, random),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>The calls that count at an instant: of those with the same id the first received, none later, in order. Kept, since everything asks for them.</summary>
    private List<Call> Calls(Customer customer, long now)
    {
        if (!known.TryGetValue((customer.Id, now), out var found))
        {
            found =
            [
                .. customer.Calls
                    .GroupBy(call => call.MessageId, StringComparer.Ordinal)
                    .Select(same => same.OrderBy(call => call.ReceivedAt).First())
                    .Where(call => call.Time <= now)
                    .OrderBy(call => call.Time).ThenBy(call => call.MessageId, TextOrder.Instance),
            ];
            known.Add((customer.Id, now), found);
        }

        return found;
    }

    private List<Call> Events(Customer customer, long now) => [.. Calls(customer, now).Where(call => call.Event is not null)];

    private long FirstSeen(Customer customer) => Calls(customer, long.MaxValue).Min(call => call.Time);

    private string? Company(Customer customer, long now) => Calls(customer, now).LastOrDefault(call => call.Type == "group")?.GroupId;

    private List<Call> CompanyEvents(Customer customer, long now)
    {
        var company = Company(customer, now);
        return company is null
            ? []
            : [.. world.Customers.Where(other => Company(other, now) == company)
                .SelectMany(other => Events(other, now))
                .OrderBy(call => call.Time).ThenBy(call => call.MessageId, TextOrder.Instance)];
    }

    private bool Trait(TraitCondition condition, Customer customer, long now)
    {
        switch (condition.Test)
        {
            case HasBeen been:
                // At the beginning of the time and after every call in it, the trait has the value.
                var from = now - been.Length.Microseconds;
                var calls = Calls(customer, now).Where(call => call.Type == "identify").ToList();
                return Enumerable.Range(calls.Count(call => call.Time <= from), calls.Count(call => call.Time > from) + 1)
                    .All(count => Value.Text(Value.At(Merged(calls.Take(count)), condition.Path.Segments)) == been.Value);
            case IsInExtremeShare share:
                return IsInShare(condition.Path, customer, share);
            default:
                return ValueTests.Passes(condition.Test, Read(condition.Path, customer, now), now, world.Zone);
        }
    }

    private JsonNode? Read(ValuePath path, Customer customer, long now)
    {
        if (Namespaces.IsOwnTrait(path))
        {
            return Value.At(Merged(Calls(customer, now).Where(call => call.Type == "identify")), path.Segments);
        }

        switch (path.Root)
        {
            case Namespaces.Company:
                var company = Company(customer, now);
                var calls = world.Customers.SelectMany(other => Calls(other, now)).Where(call => call.Type == "group" && call.GroupId == company);
                return company is null ? null : Value.At(Merged(calls.OrderBy(call => call.Time).ThenBy(call => call.MessageId, TextOrder.Instance)), path.Segments.Skip(1));
            case Namespaces.Context:
                return Value.At(Calls(customer, now).LastOrDefault(call => call.Context is { Count: > 0 })?.Context, path.Segments.Skip(1));
            default:
                return Value.At(customer.Computed, path.Segments);
        }
    }

    /// <summary>What calls have set, a later one over an earlier one, name by name.</summary>
    private static JsonObject Merged(IEnumerable<Call> calls)
    {
        JsonObject merged = [];
        foreach (var (name, value) in calls.SelectMany(call => call.Values ?? []))
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    private bool IsInShare(ValuePath path, Customer customer, IsInExtremeShare share)
    {
        var scores = world.Customers.Select(other => Value.Number(Value.At(other.Computed, path.Segments))).OfType<double>().ToList();
        return Value.Number(Value.At(customer.Computed, path.Segments)) is { } own
            && scores.Count(score => share.Extreme == Extreme.Top ? score > own : score < own) * 100.0 < share.Share.Value * scores.Count;
    }

    private bool Changed(Customer customer, SegmentKey key, Period period, long now, bool entering) => customer.MembershipChanges.Any(change =>
        change.Segment == key.Value && change.Entered == entering && Periods.Contains(period, change.Time, now, FirstSeen(customer), world.Zone));

    private static bool HasBeen(Customer customer, SegmentKey key, long from, long now)
    {
        var changes = Changes(customer, key, now);
        return changes.LastOrDefault(change => change.Time <= from).Entered && changes.All(change => change.Time <= from || change.Entered);
    }

    private static List<(string Segment, long Time, bool Entered)> Changes(Customer customer, SegmentKey key, long now) =>
        [.. customer.MembershipChanges.Where(change => change.Segment == key.Value && change.Time <= now).OrderBy(change => change.Time).ThenBy(change => change.Entered)];

    // The first eight bytes of SHA-256 over salt, U+001F and id, as a number, fall into the share of all such numbers.
    private static bool IsDrawn(Guid id, InRandomShare random)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{random.Salt}\u001f{id:D}"));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash) < (decimal)random.Share.Value / 100 * 18446744073709551616m;
    }
}
