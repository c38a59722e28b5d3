namespace Tessera.Server.Pipeline.Contracts;

/// <summary>Which calls were stored last, for whoever reads the log on his own and must leave out the same ones.</summary>
internal interface IStoredMessages
{
    /// <summary>The name of the pipeline's state; another one when the log is gone through anew.</summary>
    string StateId { get; }

    /// <summary>The ids of the messages stored last of a partition, oldest first.</summary>
    IAsyncEnumerable<UInt128[]> LoadAsync(int partition, CancellationToken cancellationToken);
}
