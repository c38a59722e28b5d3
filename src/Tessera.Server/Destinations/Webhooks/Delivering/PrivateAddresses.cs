using System.Net;
using System.Net.Sockets;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>Addresses that are not of the public internet. Deliveries to them would let whoever can make a webhook reach into the operator's own network.</summary>
internal static class PrivateAddresses
{
    // The special-purpose registries of IANA (RFC 6890 and after).
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // Addresses that carry one of version 4 in them: NAT64 (RFC 6052) from byte 12, 6to4 (RFC 3056) from byte 2.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address is one of them.</summary>
    public static bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = plain.GetAddressBytes();
            if (Nat64.Contains(plain))
            {
                return Contain(new IPAddress(bytes.AsSpan(12, 4)));
            }

            if (SixToFour.Contains(plain))
            {
                return Contain(new IPAddress(bytes.AsSpan(2, 4)));
            }
        }

        return Networks.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
