namespace Tessera.Server.Pipeline.Contracts;

/// <summary>For whoever writes rows of profiles beside the pipeline.</summary>
internal interface IProfileTurns
{
    /// <summary>Writes rows while nobody else does, from what all others have written; what was known of them before is not believed afterwards.</summary>
    Task WriteAsync(Func<Task> work, CancellationToken cancellationToken);
}
