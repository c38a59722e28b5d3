namespace Tessera.Simulation.Running;

/// <summary>How a call was made.</summary>
[Flags]
internal enum CallFlags : byte
{
    /// <summary>By a signed-in customer in a desktop browser.</summary>
    None = 0,

    /// <summary>By a visitor who has not signed up or in: the call has an anonymous id but no user id.</summary>
    Anonymous = 1,

    /// <summary>In the mobile app or a mobile browser.</summary>
    Mobile = 2,

    /// <summary>By the business's own server: no device, no anonymous id.</summary>
    Server = 4,

    /// <summary>On the customer's second desktop device.</summary>
    SecondDevice = 8,
}
