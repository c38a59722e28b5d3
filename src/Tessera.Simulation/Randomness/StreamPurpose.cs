namespace Tessera.Simulation.Randomness;

/// <summary>What a stream of random numbers is for. The numbers are part of the format: changing one changes every output.</summary>
internal enum StreamPurpose
{
    AccountProfile = 1,
    MemberProfile = 2,
    AccountDay = 3,
    MemberDay = 4,
    SessionDetail = 5,
    EventDetail = 6,
    CustomerProfile = 7,
    Purchase = 8,
    Visit = 9,
    Catalogue = 10,
    Guest = 11,
}
