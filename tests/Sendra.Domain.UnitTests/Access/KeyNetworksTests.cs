using System.Net;
using Sendra.Domain.Access;

namespace Sendra.Domain.UnitTests.Access;

public sealed class KeyNetworksTests
{
    [TestCase("203.0.113.7", true)]
    [TestCase("203.0.113.255", true)]
    [TestCase("203.0.114.1", false)]
    [TestCase("::ffff:203.0.113.7", true)]
    [TestCase("10.1.2.3", true)]
    [TestCase("10.1.2.4", false)]
    [TestCase("2001:db8:1::5", true)]
    [TestCase("2001:db9::5", false)]
    public void W3_an_address_is_in_one_of_the_networks_or_not(string address, bool isIn) =>
        Read("203.0.113.0/24", "10.1.2.3", "2001:db8::/32").Has(IPAddress.Parse(address)).Should().Be(isIn);

    [Test]
    public void W3_nobody_known_is_in_no_network() => Read("0.0.0.0/0", "::/0").Has(null).Should().BeFalse();

    [Test]
    public void W3_what_is_stored_reads_as_before()
    {
        var networks = Read("203.0.113.7", "203.0.113.0/24", "203.0.113.9/24", "2001:DB8:0::/32");

        networks.Texts.Should().Equal("203.0.113.7/32", "203.0.113.0/24", "2001:db8::/32");
        KeyNetworks.Restore(networks.Write()).Texts.Should().Equal(networks.Texts);
    }

    [TestCase("10.0.0.0/33")]
    [TestCase("fe80::1%eth0")]
    [TestCase("example.com")]
    [TestCase("")]
    [TestCase(null)]
    public void W3_what_is_no_network_is_refused(string? text) => KeyNetworks.TryParse(["10.0.0.0/8", text], out _, out _).Should().BeFalse();

    [Test]
    public void W3_there_are_1_to_50_networks()
    {
        KeyNetworks.TryParse([], out _, out _).Should().BeFalse();
        KeyNetworks.TryParse([.. Enumerable.Range(0, 50).Select(i => $"10.0.0.{i}")], out _, out _).Should().BeTrue();
        KeyNetworks.TryParse([.. Enumerable.Range(0, 51).Select(i => $"10.0.0.{i}")], out _, out _).Should().BeFalse();
    }

    private static KeyNetworks Read(params string[] texts) => KeyNetworks.TryParse(texts, out var networks, out _) ? networks : throw new ArgumentException("No networks.", nameof(texts));
}
