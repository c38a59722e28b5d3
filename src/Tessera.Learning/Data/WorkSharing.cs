namespace Tessera.Learning.Data;

/// <summary>Divides work between threads. What a piece of work computes must not depend on who does it or when.</summary>
internal static class WorkSharing
{
    /// <summary>The number of threads that an option asks for: 0 stands for one per processor.</summary>
    public static int Threads(int asked) => asked == 0 ? Environment.ProcessorCount : asked;

    /// <summary>Does pieces 0 … count − 1, in any order.</summary>
    public static void For(int count, int threads, Action<int> piece)
    {
        if (threads <= 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                piece(i);
            }

            return;
        }

        new SharedWork(count, piece).Do(threads);
    }

    /// <summary>Does the rows in blocks of a fixed size, so that sums by block do not depend on the number of threads.</summary>
    public static void ForBlocks(int rows, int blockRows, int threads, Action<int, int, int> block) =>
        For((rows + blockRows - 1) / blockRows, threads, i => block(i, i * blockRows, Math.Min(rows, (i + 1) * blockRows)));
}
