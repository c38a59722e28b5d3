using System.Runtime.InteropServices;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The state of one account: one person, or a company with several members. The first member owns and pays it.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Account
{
    /// <summary>When the account left for good, in milliseconds; <see cref="long.MaxValue"/> while it has not.</summary>
    public long ChurnedAt;

    /// <summary>Cents paid in the year after the observed days.</summary>
    public long FutureCents;

    /// <summary>The customer number of the owner.</summary>
    public int FirstMember;

    /// <summary>The local day of signing up; negative for accounts from before.</summary>
    public int SignUpDay;

    /// <summary>The day on which the present decline began.</summary>
    public int DeclineDay;

    /// <summary>The day on which the present decline is decided.</summary>
    public int DecisionDay;

    /// <summary>The day of the next invoice, for paid plans.</summary>
    public int InvoiceDay;

    /// <summary>The last day of the trial, or −1.</summary>
    public int TrialEndDay;

    /// <summary>The day of the aha moment; <see cref="Never"/> before it.</summary>
    public int AhaDay;

    /// <summary>The day on which the open support ticket is resolved, or <see cref="Never"/>.</summary>
    public int TicketDueDay;

    /// <summary>When the latest ticket was opened, in milliseconds.</summary>
    public long TicketOpenedAt;

    /// <summary>The last day with a failed payment.</summary>
    public int PaymentTroubleDay;

    /// <summary>How content the account is: 0 is neutral, usually within ±1.</summary>
    public float Satisfaction;

    /// <summary>How willing to pay, relative to others of the class: standard normal.</summary>
    public float Willingness;

    /// <summary>How many members the account will have had.</summary>
    public ushort Size;

    /// <summary>How many members have joined and not left.</summary>
    public ushort Seats;

    /// <summary>Invoices and other orders so far.</summary>
    public ushort Orders;

    /// <summary>Tickets so far.</summary>
    public ushort Tickets;

    /// <summary>Bits of connected integrations.</summary>
    public ushort Integrations;

    /// <summary>What the latest ticket is about: index into <see cref="SupportTopics.Names"/>.</summary>
    public byte TicketTopic;

    /// <summary>Index into <see cref="Archetypes.All"/>.</summary>
    public byte Archetype;

    /// <summary>The class that the account takes after on some days.</summary>
    public byte SecondNature;

    /// <summary>The share of such days, below one half, in 1/256.</summary>
    public byte SecondShare;

    /// <summary>Where the account stands.</summary>
    public AccountPhase Phase;

    /// <summary>Why it is losing interest, or lost it.</summary>
    public DepartureCause Cause;

    /// <summary>What it is subscribed to.</summary>
    public Plan Plan;

    /// <summary>Whether the subscription is paid by the year.</summary>
    public bool IsYearly;

    /// <summary>Whether there has been a trial.</summary>
    public bool HadTrial;

    /// <summary>Failed attempts at the present invoice.</summary>
    public byte FailedAttempts;

    /// <summary>Index into <see cref="People.Places.Countries"/>.</summary>
    public byte Country;

    /// <summary>Index into the country's cities.</summary>
    public byte City;

    /// <summary>Index into <see cref="People.Campaigns.All"/>.</summary>
    public byte Campaign;

    /// <summary>Index into <see cref="Companies.Industries"/>.</summary>
    public byte Industry;

    /// <summary>A day that never comes, early enough to lie far in every past.</summary>
    public const int Never = -1_000_000;

    /// <summary>Whether the account pays for a subscription.</summary>
    public readonly bool IsPaying => Plan != Plan.Free;

    /// <summary>Whether a trial is running.</summary>
    public readonly bool IsOnTrial => TrialEndDay >= 0;

    /// <summary>Whether the account is a company.</summary>
    public readonly bool IsCompany => Size > 1;
}
