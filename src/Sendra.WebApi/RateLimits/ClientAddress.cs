using System.Net;
using System.Net.Sockets;

namespace Sendra.WebApi.RateLimits;

/// <summary>Where a request comes from, as limits count it.</summary>
internal static class ClientAddress
{
    private const int SharedBytes = 8;

    /// <summary>The IPv4 address, or the first 64 bits of the IPv6 address: whoever has one of those has them all.</summary>
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, SharedBytes))
            : address.ToString();
    }
}
