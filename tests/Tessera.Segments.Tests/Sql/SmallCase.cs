using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Sql;

/// <summary>A definition and a world, asked about its first customer.</summary>
internal sealed record SmallCase(Expression Definition, World World)
{
    private Customer Asked => World.Customers[0];

    internal bool IsMember(long at) => new ReferenceEvaluator(World).IsMember(new Segment(Definition), Asked, at);

    /// <summary>The same with something left out, the most first.</summary>
    internal IEnumerable<SmallCase> Smaller()
    {
        foreach (var part in Definition.Parts.Where(part => part is not PropertyCondition))
        {
            yield return this with { Definition = part };
        }

        if (World.Erased.Count > 0)
        {
            yield return this with { World = World with { Erased = [] } };
        }

        for (var size = World.Customers.Count - 1; size >= 1; size /= 2)
        {
            for (var start = 1; start < World.Customers.Count; start += size)
            {
                var (from, to) = (start, start + size);
                yield return this with { World = World with { Customers = [.. World.Customers.Where((_, place) => place < from || place >= to)] } };
            }
        }

        for (var place = 0; place < Math.Min(World.Customers.Count, 4); place++)
        {
            foreach (var smaller in Smaller(World.Customers[place]))
            {
                var at = place;
                yield return this with { World = World with { Customers = [.. World.Customers.Select((customer, other) => other == at ? smaller : customer)] } };
            }
        }
    }

    internal string Describe(long at)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Definition}");
        text.AppendLine(CultureInfo.InvariantCulture, $"at {Times.Time(at):O} in {World.Zone.Id}; by the reference {(IsMember(at) ? "a" : "no")} member.");
        foreach (var (key, segment) in World.Segments.Where(entry => Definition.ToString().Contains($"\"{entry.Key}\"", StringComparison.Ordinal) || entry.Key != "both"))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{key}: {segment}");
        }

        foreach (var customer in World.Customers)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{customer.Id}{string.Concat(customer.Merged.Select(id => $" and {id}"))}: {customer.Computed.ToJsonString()}");
            foreach (var call in customer.Calls)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Times.Time(call.Time):O} {call.MessageId} {call.Type} {call.Name}{call.GroupId} {call.Values?.ToJsonString()} context {call.Context?.ToJsonString()}");
            }

            foreach (var (segment, time, entered) in customer.MembershipChanges)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Times.Time(time):O} {(entered ? "entered" : "left")} {segment}");
            }

            foreach (var (purpose, time, given) in customer.Consents)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Times.Time(time):O} {(given ? "consents to" : "withdraws")} {purpose}");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<Customer> Smaller(Customer customer)
    {
        if (customer.Merged.Count > 0)
        {
            yield return customer with { Merged = [] };
        }

        for (var size = customer.Calls.Count / 2; size >= 1; size /= 2)
        {
            for (var start = 0; start < customer.Calls.Count; start += size)
            {
                var (from, to) = (start, start + size);
                if (customer.Calls.Where((_, place) => place < from || place >= to).ToList() is { Count: > 0 } fewer)
                {
                    yield return customer with { Calls = fewer };
                }
            }
        }

        if (customer.Consents.Count > 0)
        {
            yield return customer with { Consents = [] };
        }

        if (customer.MembershipChanges.Count > 0)
        {
            yield return customer with { MembershipChanges = [] };
        }

        if (customer.Computed.Count > 0)
        {
            yield return customer with { Computed = [] };
        }

        for (var place = 0; place < customer.Calls.Count; place++)
        {
            var at = place;
            var call = customer.Calls[place];
            foreach (var smaller in Without(call.Values).Select(values => call with { Values = values }).Concat(Without(call.Context).Select(context => call with { Context = context })))
            {
                yield return customer with { Calls = [.. customer.Calls.Select((other, index) => index == at ? smaller : other)] };
            }
        }
    }

    private static IEnumerable<JsonObject> Without(JsonObject? values) => (values ?? []).Select(entry =>
    {
        var fewer = values!.DeepClone().AsObject();
        fewer.Remove(entry.Key);
        return fewer;
    });
}
