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

    /// <summary>Leaves out whatever can go while the evaluators still disagree: parts of the definition, other customers, ids, calls, records and values.</summary>
    internal async Task<string> ShrinkAsync(Customer customer)
    {
        var smallest = new SmallCase(segments[0].Definition, world with { Customers = [customer, .. world.Customers.Where(other => other.Id != customer.Id)] });
        if (!await DisagreesAsync(smallest))
        {
            return $"{smallest.Definition} at {Times.Time(at):O} in {world.Zone.Id}, which asked alone in a new workspace is answered well.";
        }

        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in smallest.Smaller())
            {
                if (await DisagreesAsync(smaller))
                {
                    (smallest, isSmaller) = (smaller, true);
                    break;
                }
            }
        }

        return smallest.Describe(at);
    }

    private async Task<bool> DisagreesAsync(SmallCase smaller)
    {
        var members = await warehouse.MembersAsync(await warehouse.StoreAsync(smaller.World), smaller.World, [new Segment(smaller.Definition)], at);
        return (members.TryGetValue(smaller.World.Customers[0].Id, out var row) && row[0]) != smaller.IsMember(at);
    }
}
