namespace Tessera.Server.Pipeline;

/// <summary>Lets a task without a result stand where one with a result is expected.</summary>
internal static class TaskResults
{
    public static async Task<bool> AsResult(this Task task)
    {
        await task;
        return true;
    }
}
