namespace Tessera.Server.Ingestion.Contracts;

/// <summary>The types of tracking calls. The numbers stand in the log and do not change.</summary>
internal enum CallType : byte
{
    /// <summary>No call at all: something that was refused and kept aside.</summary>
    Rejected = 0,

    /// <summary>A customer did something.</summary>
    Track = 1,

    /// <summary>A customer saw a page.</summary>
    Page = 2,

    /// <summary>A customer saw a screen of an app.</summary>
    Screen = 3,

    /// <summary>Who a customer is.</summary>
    Identify = 4,

    /// <summary>Which company a customer belongs to.</summary>
    Group = 5,

    /// <summary>Two ids are the same customer.</summary>
    Alias = 6,

    /// <summary>What was there is gone: it was of somebody who was erased. It is no call, and passed over.</summary>
    Erased = 7,
}
