namespace Tessera.Engine.Native;

/// <summary>What a statement does to state that outlives it, as the engine's own parser judges it.</summary>
internal enum StatementClass : uint
{
    ReadOnly = 0,
    Mutating = 1,
    MutatingGlobal = 2,
    Control = 3,
    Unknown = 4,
}
