using System.Net;

namespace Sendra.Domain.Common;

/// <summary>
/// Which addresses may be called on behalf of a workspace: those of the public internet, and networks that the operator allows. Addresses
/// that carry another one inside (IPv4-mapped, NAT64, 6to4) count as that one (M8).
/// </summary>
/// <param name="allowed">What is allowed beside the public internet.</param>
public sealed class OutgoingNetworks(IReadOnlyList<IPNetwork> allowed)
{
    // Everything that is not routed on the public internet, by IANA's registries of special addresses.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>The public internet alone.</summary>
    public static readonly OutgoingNetworks Public = new([]);

    /// <summary>Reads what an operator allows: addresses and networks, with commas between them.</summary>
    /// <exception cref="FormatException">One of them is none; the message says which.</exception>
    public static OutgoingNetworks Parse(string? text) => new(
    [
        .. from part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           select IPNetwork.TryParse(part, out var network) ? network
               : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
               : throw new FormatException($"'{part}' must be an address or a network, like 10.0.0.5 or 10.0.0.0/8."),
    ]);

    /// <summary>True when this address may be called.</summary>
    public bool Allows(IPAddress address)
    {
        var real = Unwrapped(address);
        return IsAllowed(address) || IsAllowed(real) || IsPublic(real);
    }

    /// <summary>
    /// False when a URL's host is written as an address that may not be called, however it is spelled, or is a name for this machine. What
    /// other names lead to shows when they are called.
    /// </summary>
    public bool AllowsHostOf(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.').Trim('[', ']');
        return IPAddress.TryParse(host, out var address) ? Allows(address)
            : !(host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
                || Allows(IPAddress.Loopback);
    }

    private static bool IsPublic(IPAddress address) =>
        (address.GetAddressBytes().Length == 4 || GlobalUnicast.Contains(address)) && !Array.Exists(Special, network => network.Contains(address));

    // The address that packets to this one are for in the end.
    private static IPAddress Unwrapped(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address
            : address.IsIPv4MappedToIPv6 || Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : new IPAddress(bytes);
    }

    private bool IsAllowed(IPAddress address) => allowed.Any(network => network.Contains(address));
}
