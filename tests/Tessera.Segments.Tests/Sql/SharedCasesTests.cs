using Tessera.Segments.Tests.Reference;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>The cases worked out by hand, asked of the real engine.</summary>
public sealed class SharedCasesTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    public static TheoryData<string> Scenarios => new(MembershipCases.Read().Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Compile_OfEverySharedCase_AnswersAsWorkedOutByHand(string name)
    {
        var (_, world, cases) = MembershipCases.Read().Single(scenario => scenario.Name == name);
        var workspace = await warehouse.StoreAsync(world);
        List<string> wrong = [];

        foreach (var together in cases.GroupBy(item => item.At))
        {
            MembershipCase[] asked = [.. together];
            var members = await warehouse.MembersAsync(workspace, world, [.. asked.Select(item => Segment.Parse(item.Definition).Segment!)], together.Key);
            wrong.AddRange(asked.Where((item, index) => (members.TryGetValue(item.Customer.Id, out var row) && row[index]) != item.IsMember)
                .Select(item => $"{Times.Time(item.At):O} {item.Definition}: {!item.IsMember}"));
        }

        wrong.ShouldBeEmpty();
    }
}
