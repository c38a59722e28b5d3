using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Explaining;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Live;
using Tessera.Segments.Tests.Live;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Explaining;

/// <summary>A world up to an instant, as the reference sees it, as the explainer is told it, and with steps of a change done in it.</summary>
internal static class Known
{
    /// <summary>The world with nothing later than an instant, and each call once.</summary>
    internal static World UpTo(World world, long at) => world with
    {
        Customers = [.. world.Customers.Select(customer => customer with
        {
            Calls = [.. Once(customer).Where(call => call.Time <= at).DefaultIfEmpty(new Call("alias", long.MaxValue / 4, "unseen"))],
            MembershipChanges = [.. customer.MembershipChanges.Where(change => change.Time <= at)],
            Consents = [.. customer.Consents.Where(change => change.Time <= at)],
        })],
    };

    /// <summary>What the explainer is told of a customer.</summary>
    internal static CustomerHistory Of(World world, Customer customer, long at)
    {
        var calls = Once(customer).ToList();
        var company = Company(customer, at);
        return new CustomerHistory(customer.Id, Times.Time(calls.Min(call => call.Time)), [.. calls.Select(LiveWorld.LiveCall)])
        {
            MembershipChanges = [.. customer.MembershipChanges.Select(entry => new MembershipChange(entry.Segment, Times.Time(entry.Time), entry.Entered))],
            Consents = [.. customer.Consents.Select(entry => new ConsentChange(entry.Purpose, Times.Time(entry.Time), entry.Given))],
            Computed = JsonSerializer.SerializeToElement(customer.Computed),
            Rank = path => Rank(world, customer, path),
            Company = company is null ? null : new CompanyHistory(
                company,
                [.. world.Customers.Where(other => Company(other, at) == company).SelectMany(Once).Where(call => call.Event is not null).Select(LiveWorld.LiveCall)],
                [.. world.Customers.SelectMany(Once).Where(call => call.Type == "group" && call.GroupId == company).Select(LiveWorld.LiveCall)]),
        };
    }

    /// <summary>The world after some steps, and the instant at which they are done.</summary>
    internal static (World World, Customer Customer, long At) After(World world, Customer customer, long at, IReadOnlyList<ChangeStep> steps)
    {
        var changed = customer;
        foreach (var step in steps)
        {
            (changed, at) = After(changed, at, step, world);
        }

        return (world with { Customers = [.. world.Customers.Select(other => other.Id == customer.Id ? changed : other)] }, changed, at);
    }

    private static (Customer Customer, long At) After(Customer customer, long at, ChangeStep step, World world)
    {
        switch (step)
        {
            case DoStep done:
                return (customer with { Calls = [.. customer.Calls, .. done.Times.Select((time, index) => New(customer, index, "track", time, done.Event, done.Properties))] }, Times.Of(done.Times[^1]));
            case WaitStep wait:
                return (customer, Times.Of(wait.Until));
            case ConsentStep consent:
                return (customer with { Consents = [.. customer.Consents, (consent.Purpose, Times.Of(consent.At), consent.Given)] }, Times.Of(consent.At));
            case MembershipStep member:
                return (customer with { MembershipChanges = [.. customer.MembershipChanges, (member.Key.Value, Times.Of(member.At), member.Entered)] }, Times.Of(member.At));
            case SetStep set:
                return (Set(customer, at, set, world), Times.Of(set.At));
            default:
                throw new NotSupportedException(step.GetType().Name);
        }
    }

    private static Customer Set(Customer customer, long at, SetStep set, World world)
    {
        var names = set.Path.Segments;
        if (Namespaces.IsOwnTrait(set.Path))
        {
            var old = customer.Calls.Where(call => call.Type == "identify").OrderBy(call => call.Time).ThenBy(call => call.MessageId, TextOrder.Instance);
            return customer with { Calls = [.. customer.Calls, New(customer, 0, "identify", set.At, null, Traits(old, names.ToList(), set.Value))] };
        }

        switch (names[0])
        {
            case Namespaces.Company:
                var company = Company(customer, at);
                var calls = world.Customers.SelectMany(other => other.Id == customer.Id ? customer.Calls : other.Calls).Where(call => call.Type == "group" && call.GroupId == company);
                var told = New(customer, 0, "group", set.At, null, Traits(calls.OrderBy(call => call.Time).ThenBy(call => call.MessageId, TextOrder.Instance), names.Skip(1).ToList(), set.Value));
                return customer with { Calls = [.. customer.Calls, told with { GroupId = company }] };
            case Namespaces.Context:
                JsonObject context = [];
                Nested.Put(context, [.. names.Skip(1)], JsonNode.Parse(set.Value.GetRawText()));
                return customer with { Calls = [.. customer.Calls, New(customer, 0, "identify", set.At, null, default) with { Values = null, Context = context }] };
            default:
                var computed = (JsonObject)customer.Computed.DeepClone();
                Nested.Put(computed, [.. names], JsonNode.Parse(set.Value.GetRawText()));
                return customer with { Computed = computed };
        }
    }

    private static JsonElement Traits(IEnumerable<Call> calls, List<string> names, JsonElement value)
    {
        JsonObject traits = [];
        if (names.Count > 1 && calls.LastOrDefault(call => call.Values?.ContainsKey(names[0]) is true)?.Values?[names[0]] is { } old)
        {
            traits[names[0]] = old.DeepClone();
        }

        Nested.Put(traits, names, JsonNode.Parse(value.GetRawText()));
        return JsonSerializer.SerializeToElement(traits);
    }

    private static Call New(Customer customer, int index, string type, DateTimeOffset time, string? name, JsonElement values) =>
        new(type, Times.Of(time), $"step {customer.Calls.Count + index}", name, values.ValueKind == JsonValueKind.Object ? JsonObject.Create(values) : null) { ReceivedAt = long.MaxValue };

    private static IEnumerable<Call> Once(Customer customer) =>
        customer.Calls.GroupBy(call => call.MessageId, StringComparer.Ordinal).Select(same => same.OrderBy(call => call.ReceivedAt).First());

    private static string? Company(Customer customer, long at) => Once(customer)
        .Where(call => call.Type == "group" && call.Time <= at)
        .OrderBy(call => call.Time).ThenBy(call => call.MessageId, TextOrder.Instance)
        .LastOrDefault()?.GroupId;

    private static ScoreRank Rank(World world, Customer customer, ValuePath path)
    {
        var own = Value.Number(Value.At(customer.Computed, path.Segments))!.Value;
        var all = world.Customers.Select(other => Value.Number(Value.At(other.Computed, path.Segments))).OfType<double>().ToList();
        return new ScoreRank(all.Count(score => score > own), all.Count(score => score < own), all.Count);
    }
}
