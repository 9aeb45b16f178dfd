using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Sendra.Domain.Access;

/// <summary>Where a key may be used from: networks in CIDR notation, at least one.</summary>
public sealed class KeyNetworks
{
    /// <summary>How many a key can have.</summary>
    public const int MaxCount = 50;

    /// <summary>The maximum length as stored, in characters.</summary>
    public const int MaxLength = MaxCount * 50;

    private readonly IPNetwork[] _networks;

    private KeyNetworks(IPNetwork[] networks) => _networks = networks;

    /// <summary>Each as it is written usually, like <c>203.0.113.0/24</c>.</summary>
    public IReadOnlyList<string> Texts => [.. _networks.Select(network => network.ToString())];

    /// <summary>Reads networks and single addresses.</summary>
    /// <param name="texts">What somebody wrote.</param>
    /// <param name="networks">What it says.</param>
    /// <param name="problem">What is wrong, as the end of a sentence.</param>
    public static bool TryParse(IReadOnlyList<string?> texts, [NotNullWhen(true)] out KeyNetworks? networks, [NotNullWhen(false)] out string? problem)
    {
        var read = texts.Select(Read).ToArray();
        problem = read switch
        {
            { Length: 0 or > MaxCount } => $"must name 1 to {MaxCount} networks, or be null for any",
            _ when read.Contains(null) => "must have addresses and networks, like 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32",
            _ => null,
        };
        networks = problem is null ? new KeyNetworks([.. read.OfType<IPNetwork>().Distinct()]) : null;
        return networks is not null;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static KeyNetworks Restore(string text) => new([.. text.Split(' ').Select(IPNetwork.Parse)]);

    /// <summary>All in one text.</summary>
    public string Write() => string.Join(' ', Texts);

    /// <summary>True for an address in one of them. An IPv4 address counts as itself, also as it looks to a server that listens on IPv6.</summary>
    /// <param name="address">The address; null, as of no known caller, is in none.</param>
    public bool Has(IPAddress? address) =>
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address) is { } real && Array.Exists(_networks, network => network.Contains(real));

    private static IPNetwork? Read(string? text) =>
        IPAddress.TryParse(text, out var address) && !text.Contains('%', StringComparison.Ordinal) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;
}
