using System.Text;
using Tessera.ClickHouse;
using Tessera.Segments.Tests.Reference;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>A case on which the evaluators do not agree, made as small as it goes.</summary>
internal sealed class Disagreement(Warehouse warehouse, World world, IReadOnlyList<Segment> segments, long at)
{
    /// <summary>Asks the engine; when it refuses a definition, the test ends with that one.</summary>
    internal async Task<IReadOnlyDictionary<Guid, bool[]>> AskAsync(string workspace)
    {
        try
        {
            return await warehouse.MembersAsync(workspace, world, segments, at);
        }
        catch (ClickHouseException exception)
        {
            foreach (var segment in segments)
            {
                try
                {
                    await warehouse.MembersAsync(workspace, world, [segment], at);
                }
                catch (ClickHouseException alone)
                {
                    Assert.Fail($"{segment} at {Times.Time(at):O} in {world.Zone.Id}: {alone.Message}");
                }
            }

            throw new InvalidOperationException("The engine refuses these definitions together, but each alone is fine.", exception);
        }
    }

    /// <summary>Leaves out calls, customers and parts of the definition as long as the evaluators still disagree.</summary>
    internal async Task<string> ShrinkAsync(Customer customer)
    {
        var (definition, customers) = (segments[0].Definition, world.Customers.OrderBy(other => other.Id == customer.Id ? 0 : 1).ToList());
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var part in definition.Parts)
            {
                if (await DisagreesAsync(part, customers))
                {
                    (definition, isSmaller) = (part, true);
                    break;
                }
            }

            if (customers.Count > 1 && await DisagreesAsync(definition, customers[..1]))
            {
                (customers, isSmaller) = (customers[..1], true);
            }

            for (var index = customers[0].Calls.Count - 1; index >= 0 && customers[0].Calls.Count > 1; index--)
            {
                List<Customer> fewer = [customers[0] with { Calls = [.. customers[0].Calls.Where((_, place) => place != index)] }, .. customers.Skip(1)];
                if (await DisagreesAsync(definition, fewer))
                {
                    (customers, isSmaller) = (fewer, true);
                }
            }
        }

        return Describe(definition, customers);
    }

    private async Task<bool> DisagreesAsync(Expression definition, List<Customer> customers)
    {
        var smaller = world with { Customers = customers };
        var members = await warehouse.MembersAsync(await warehouse.StoreAsync(smaller), smaller, [new Segment(definition)], at);
        return (members.TryGetValue(customers[0].Id, out var row) && row[0]) != new ReferenceEvaluator(smaller).IsMember(new Segment(definition), customers[0], at);
    }

    private string Describe(Expression definition, List<Customer> customers)
    {
        var text = new StringBuilder();
        text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{definition}");
        text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"at {Times.Time(at):O} in {world.Zone.Id}; by the reference {(new ReferenceEvaluator(world with { Customers = customers }).IsMember(new Segment(definition), customers[0], at) ? "a" : "no")} member; {customers.Count} customers");
        foreach (var (key, segment) in world.Segments)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{key}: {segment}");
        }

        foreach (var call in customers[0].Calls)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{Times.Time(call.Time):O} {call.MessageId} {call.Type} {call.Name}{call.GroupId} {call.Values?.ToJsonString()} context {call.Context?.ToJsonString()}");
        }

        return text.AppendLine(customers[0].Computed.ToJsonString()).AppendJoin(", ", customers[0].MembershipChanges).AppendLine().AppendJoin(", ", customers[0].Consents).ToString();
    }
}
