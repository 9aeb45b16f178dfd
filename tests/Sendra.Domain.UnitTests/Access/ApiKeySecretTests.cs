using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.Access;

namespace Sendra.Domain.UnitTests.Access;

public sealed class ApiKeySecretTests
{
    [Test]
    public void W3_a_key_has_a_marker_and_over_160_hidden_random_bits()
    {
        var key = ApiKeySecret.New();

        key.Reveal().Should().MatchRegex("^sendra_[0-9A-Za-z]{38}$").And.HaveLength(ApiKeySecret.Length).And.StartWith(key.Prefix);
        ((32 - (ApiKeySecret.PrefixLength - ApiKeySecret.Marker.Length)) * Math.Log2(62)).Should().BeGreaterThan(160);
        Enumerable.Range(0, 1_000).Select(_ => ApiKeySecret.New().Reveal()).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void W3_a_key_is_looked_up_by_its_sha256()
    {
        var key = ApiKeySecret.New();

        ApiKeySecret.TryParse(key.Reveal(), out var parsed).Should().BeTrue();
        parsed!.Hash.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key.Reveal())))).And.Be(key.Hash);
    }

    // Worked out by hand from SHA-256, so that scanners elsewhere can rely on it.
    [TestCase("sendra_00000000000000000000000000000000")]
    [TestCase("sendra_AbCdEfGhIjKlMnOpQrStUvWxYz012345")]
    public void W3_the_checksum_is_the_first_32_bits_of_sha256_as_six_base62_digits(string text)
    {
        const string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var number = Convert.ToUInt32(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(text)))[..8], 16);
        var checksum = string.Concat(Enumerable.Range(0, 6).Select(i => digits[(int)(number / (uint)Math.Pow(62, 5 - i) % 62)]));

        ApiKeySecret.TryParse(text + checksum, out _).Should().BeTrue();
    }

    [Test]
    public void W3_any_typo_is_noticed_without_a_look_up()
    {
        var key = ApiKeySecret.New().Reveal();
        for (var i = 0; i < key.Length; i++)
        {
            var typo = $"{key[..i]}{(key[i] == 'a' ? 'b' : 'a')}{key[(i + 1)..]}";
            ApiKeySecret.TryParse(typo, out _).Should().BeFalse(typo);
            ApiKeySecret.TryParse(key[..i], out _).Should().BeFalse();
        }

        ApiKeySecret.TryParse(key + "a", out _).Should().BeFalse();
        ApiKeySecret.TryParse(null, out _).Should().BeFalse();
        ApiKeySecret.TryParse($"sendra_{new string('\u00e9', 38)}", out _).Should().BeFalse();
    }

    [Test]
    public void W3_a_key_hides_itself() => $"{ApiKeySecret.New()}".Should().NotContain("sendra_");
}
