using System.Runtime.InteropServices;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The state of one member of an account: one customer of the simulation.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Member
{
    /// <summary>When the member left the account on their own, in milliseconds; <see cref="long.MaxValue"/> while they have not.</summary>
    public long LeftAt;

    /// <summary>The local day of joining.</summary>
    public int JoinDay;

    /// <summary>Features in use, one bit each.</summary>
    public uint Features;

    /// <summary>Logarithm of the member's activity relative to the class; does not change.</summary>
    public float Eagerness;

    /// <summary>Logarithm of this week's activity relative to the member's usual one.</summary>
    public float Mood;

    /// <summary>e to the power of eagerness and mood; close to nothing in a week off.</summary>
    public float Drive;

    /// <summary>Share of recent days with a session, exponentially weighted over about two weeks.</summary>
    public float Habit;

    /// <summary>The member's own factor on the actions in a session; like those below, log-normal around 1.</summary>
    public float Pace;

    /// <summary>The member's own factor on the share of exports.</summary>
    public float ExportTaste;

    /// <summary>The member's own factor on working with others.</summary>
    public float Sociability;

    /// <summary>The member's own factor on the interest in prices.</summary>
    public float PriceInterest;

    /// <summary>The member's own factor on trying what is new.</summary>
    public float Openness;

    /// <summary>Index into <see cref="JobRoles.All"/>.</summary>
    public byte Role;

    /// <summary>Index into the desktop devices.</summary>
    public byte Desktop;

    /// <summary>Index into the mobile devices.</summary>
    public byte Mobile;

    /// <summary>Share of sessions on the mobile device, in percent.</summary>
    public byte MobilePercent;

    /// <summary>Days by which the member's mobile app lags behind the newest release.</summary>
    public byte UpdateLagDays;
}
