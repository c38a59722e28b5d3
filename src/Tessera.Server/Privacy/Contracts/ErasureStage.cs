namespace Tessera.Server.Privacy.Contracts;

/// <summary>The steps of an erasure, in their order.</summary>
internal enum ErasureStage
{
    /// <summary>The event log, so that nothing of the person is stored any more. Calls are processed meanwhile.</summary>
    Log,

    /// <summary>What the pipeline knows, in <c>state.db</c> and in memory. No call is processed meanwhile, so be quick.</summary>
    State,

    /// <summary>After the engine answers nothing of the person any more: puts together anew what came after the request.</summary>
    Afterwards,

    /// <summary>Metadata and files.</summary>
    Metadata,
}
