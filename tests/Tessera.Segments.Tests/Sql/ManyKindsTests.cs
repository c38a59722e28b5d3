using Tessera.Segments.Tests.Reference;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>Segments that tell more events apart than one number has bits.</summary>
public sealed class ManyKindsTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    private const int Kinds = 150;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // Event number n was called n % 4 times, a day apart, with a value each.
    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(Kinds)]
    public async Task Compile_OfManyEvents_CountsEachForItself(int kinds)
    {
        var calls = Enumerable.Range(0, kinds).SelectMany(kind => Enumerable.Range(0, kind % 4).Select(time => new Call(
            "track", Times.Of(Start.AddDays(time).AddSeconds(kind)), $"m{kind}-{time}", $"E{kind}", new() { ["n"] = kind + time })));
        var world = new World([new Customer(new Guid("00000000-0000-0000-0000-000000000001"), [.. calls])]);
        var workspace = await warehouse.StoreAsync(world);
        string[] texts =
        [
            .. Enumerable.Range(0, kinds).Select(kind => $"did \"E{kind}\" exactly {kind % 4} times"),
            .. Enumerable.Range(0, kinds).Where(kind => kind % 10 == 9).Select(kind => $"sum of n of \"E{kind}\" in the last 7 days = {Enumerable.Range(0, kind % 4).Sum(time => kind + time)}"),
        ];
        string[] wrong = [.. Enumerable.Range(0, kinds).Select(kind => $"did \"E{kind}\" at least {(kind % 4) + 1} times")];

        var members = await warehouse.MembersAsync(workspace, world, [.. texts.Concat(wrong).Select(text => Segment.Parse(text).Segment!)], Times.Of(Start.AddDays(5)));

        members.Values.Single().Select((isMember, index) => isMember == (index < texts.Length)).ShouldAllBe(isRight => isRight);
    }
}
