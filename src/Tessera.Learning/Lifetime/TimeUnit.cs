namespace Tessera.Learning.Lifetime;

/// <summary>The unit that times are measured in.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Weeks of seven days; times stay exact to the day.</summary>
    Weeks,
}
