using System.Net;
using Sendra.Domain.Common;

namespace Sendra.Domain.UnitTests.Common;

internal sealed class OutgoingNetworksTests
{
    [TestCase("0.0.0.0")]
    [TestCase("10.0.0.1")]
    [TestCase("100.64.0.1")]
    [TestCase("127.0.0.1")]
    [TestCase("127.255.255.255")]
    [TestCase("169.254.169.254")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.0.0.192")]
    [TestCase("192.168.0.1")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("::127.0.0.1")]
    [TestCase("::8.8.8.8")]
    [TestCase("64:ff9b::10.0.0.1")]
    [TestCase("64:ff9b:1::8.8.8.8")]
    [TestCase("100::1")]
    [TestCase("2001::1")]
    [TestCase("2001:db8::1")]
    [TestCase("2002:7f00:1::1")]
    [TestCase("2002:a9fe:a9fe::1")]
    [TestCase("fc00::1")]
    [TestCase("fd12:3456::1")]
    [TestCase("fe80::1%2")]
    [TestCase("fec0::1")]
    [TestCase("ff02::1")]
    public void M8_inside_addresses_are_not_called(string address) => OutgoingNetworks.Public.Allows(IPAddress.Parse(address)).Should().BeFalse();

    [TestCase("8.8.8.8")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("64:ff9b::8.8.8.8")]
    [TestCase("2002:808:808::1")]
    [TestCase("2606:4700:4700::1111")]
    public void M8_outside_addresses_are_called(string address) => OutgoingNetworks.Public.Allows(IPAddress.Parse(address)).Should().BeTrue();

    [TestCase("10.1.0.0/16", "10.1.2.3", true)]
    [TestCase("10.1.0.0/16", "10.2.2.3", false)]
    [TestCase("10.1.0.0/16", "::ffff:10.1.2.3", true)]
    [TestCase("127.0.0.1", "127.0.0.1", true)]
    [TestCase("127.0.0.1", "127.0.0.2", false)]
    [TestCase("fd00::/8, 192.168.1.0/24", "fd00::7", true)]
    [TestCase("fd00::/8, 192.168.1.0/24", "192.168.1.9", true)]
    [TestCase("", "192.168.1.9", false)]
    public void M8_an_operator_opens_networks(string allowed, string address, bool isAllowed) =>
        OutgoingNetworks.Parse(allowed).Allows(IPAddress.Parse(address)).Should().Be(isAllowed);

    [TestCase("10.0.0.0/33")]
    [TestCase("intranet")]
    public void A_network_that_is_none_is_named(string text)
    {
        var read = () => OutgoingNetworks.Parse($"10.0.0.0/8, {text}");

        read.Should().Throw<FormatException>().WithMessage($"'{text}'*");
    }
}
