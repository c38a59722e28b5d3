using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Data;

public sealed class WorkSharingTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(1000, 1)]
    [InlineData(1000, 2)]
    [InlineData(1000, 7)]
    public void For_AnyNumberOfThreads_DoesEveryPieceOnce(int count, int threads)
    {
        var times = new int[count];

        WorkSharing.For(count, threads, piece => Interlocked.Increment(ref times[piece]));

        times.ShouldAllBe(each => each == 1);
    }

    [Fact]
    public void For_WithinAPiece_IsDoneToo()
    {
        var total = 0;

        WorkSharing.For(8, 4, _ => WorkSharing.For(8, 4, _ => Interlocked.Increment(ref total)));

        total.ShouldBe(64);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void For_APieceThrows_ThrowsThat(int threads) =>
        Should.Throw<NotEstimableException>(() => WorkSharing.For(100, threads, piece =>
        {
            if (piece == 57)
            {
                throw new NotEstimableException("for a test");
            }
        })).Message.ShouldBe("for a test");

    [Fact]
    public void ForBlocks_RowsThatDoNotDivide_CoversEach()
    {
        var rows = new int[1001];

        WorkSharing.ForBlocks(1001, 100, 3, (block, from, to) =>
        {
            from.ShouldBe(block * 100);
            for (var row = from; row < to; row++)
            {
                rows[row]++;
            }
        });

        rows.ShouldAllBe(each => each == 1);
    }
}
