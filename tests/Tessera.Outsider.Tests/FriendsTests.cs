using System.Reflection;
using System.Runtime.CompilerServices;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Learning;
using Tessera.Segments;

namespace Tessera.Outsider.Tests;

/// <summary>What makes the other tests here worth something: this is a stranger, and abroad.</summary>
public sealed class FriendsTests
{
    [Theory]
    [InlineData(typeof(ClickHouseClient))]
    [InlineData(typeof(Identifier))]
    [InlineData(typeof(IFittedModel))]
    [InlineData(typeof(Segment))]
    public void Library_ShowsThisProgramNoMoreThanAnyOther(Type type) =>
        type.Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().ShouldNotContain(friend => friend.AssemblyName == typeof(FriendsTests).Assembly.GetName().Name);

    [Fact]
    public void Culture_WritesNumbersInAWayOfItsOwn() => $"{-1.5}".ShouldBe("−1,5");
}
