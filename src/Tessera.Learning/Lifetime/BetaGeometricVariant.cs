namespace Tessera.Learning.Lifetime;

/// <summary>When a customer may drop out, in models where that happens at purchases only.</summary>
public enum BetaGeometricVariant
{
    /// <summary>After any repeat purchase: BG/NBD. A customer who never came back is then certainly still alive.</summary>
    Original,

    /// <summary>After any purchase, the first one included: MBG/NBD.</summary>
    Modified,
}
