using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations;

public sealed class FrequencyKeyTests
{
    [TestCase("1", "1.0")]
    [TestCase("1", "10e-1")]
    [TestCase("0", "-0.00e7")]
    [TestCase("-120", "-1.2E+2")]
    [TestCase("9007199254740993", "9007199254740993.000")]
    [TestCase("\"a\"", "\"\\u0061\"")]
    public void Frequencies_equal_values_are_one_key(string left, string right) => Hash(left).Should().NotBeNull().And.Be(Hash(right));

    [TestCase("1", "\"1\"")]
    [TestCase("true", "\"true\"")]
    [TestCase("true", "false")]
    [TestCase("1", "-1")]
    [TestCase("1", "10")]
    [TestCase("12", "1.2")]
    [TestCase("9007199254740993", "9007199254740992")]
    [TestCase("1e1000000000000000001", "1e1000000000000000002")]
    [TestCase("\"a\"", "\"A\"")]
    [TestCase("\"é\"", "\"e\\u0301\"")]
    [TestCase("\"\"", "\" \"")]
    public void Frequencies_other_values_are_other_keys(string left, string right) => Hash(left).Should().NotBeNull().And.NotBe(Hash(right));

    [TestCase("null")]
    [TestCase("[1]")]
    [TestCase("[]")]
    [TestCase("{\"id\":1}")]
    [TestCase("\"\\ud800\"")]
    public void Frequencies_what_is_no_text_number_or_boolean_is_no_key(string value) => Hash(value).Should().BeNull();

    [Test]
    public void Frequencies_a_missing_key_is_none_wherever_the_way_ends()
    {
        var key = FrequencyKey.Parse("event.cart.id");
        foreach (var properties in new[] { "{}", "null", "7", "[]", "{\"cart\":7}", "{\"cart\":{}}", "{\"cart\":null}" })
        {
            key.HashIn(Make.Json(properties)).Should().BeNull(properties);
        }

        key.HashIn(default).Should().BeNull("an event may have no properties");
        key.HashIn(Make.Json("""{"cart":{"id":7}}""")).Should().NotBeNull();
    }

    [Test]
    public void Frequencies_the_path_is_part_of_the_key()
    {
        var properties = Make.Json("""{"a":1,"b":1,"a.b":2,"a ":{"b":2}}""");

        FrequencyKey.Parse("event.a").HashIn(properties).Should().NotBe(FrequencyKey.Parse("event.b").HashIn(properties));
        FrequencyKey.Parse("event.a\\.b").HashIn(properties).Should().NotBe(FrequencyKey.Parse("event.a\\ .b").HashIn(properties));
    }

    [Test]
    public void Frequencies_a_key_may_be_of_any_length()
    {
        Hash($"\"{new string('x', 10_240)}a\"").Should().NotBeNull().And.NotBe(Hash($"\"{new string('x', 10_240)}b\""));
        Hash(new string('9', 20_000)).Should().NotBeNull();
    }

    [Test]
    public void A_hash_is_its_bytes()
    {
        var hash = KeyHash.Of("cart");

        hash.ToBytes().Should().HaveCount(KeyHash.Length).And.Equal(System.Security.Cryptography.SHA256.HashData("cart"u8.ToArray()));
        KeyHash.Read(hash.ToBytes()).Should().Be(hash);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("cartId")]
    [TestCase("contact.plan")]
    [TestCase("trigger.cartId")]
    [TestCase("event.")]
    [TestCase("event")]
    [TestCase("event.items[0]")]
    public void Frequencies_a_key_stands_in_the_event(string? path)
    {
        FrequencyKey.TryParse(path, out _, out var problem).Should().BeFalse();

        problem.Should().EndWith(".").And.NotContain("  ");
    }

    private static KeyHash? Hash(string value) => FrequencyKey.Parse("event.k").HashIn(Make.Json($"{{\"k\":{value}}}"));
}
