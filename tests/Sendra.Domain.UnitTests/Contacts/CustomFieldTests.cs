using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Contacts;

public sealed class CustomFieldTests
{
    [TestCase("a")]
    [TestCase("Plan_2")]
    [TestCase("emails")]
    public void E4_legal_names(string name) => CustomField.IsLegalName(name, out _).Should().BeTrue();

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1st")]
    [TestCase("_a")]
    [TestCase("a b")]
    [TestCase("a.b")]
    [TestCase("a-b")]
    [TestCase("é")]
    [TestCase("aé")]
    [TestCase("id")]
    [TestCase("EMAIL")]
    [TestCase("firstname")]
    [TestCase("lastName")]
    [TestCase("name")]
    [TestCase("workspace")]
    [TestCase("workspaceId")]
    [TestCase("customFields")]
    [TestCase("createdAt")]
    [TestCase("lastEventAt")]
    public void E4_illegal_names(string? name)
    {
        CustomField.IsLegalName(name, out var problem).Should().BeFalse();
        problem.Should().NotBeNullOrEmpty();
    }

    [Test]
    public void E4_a_name_has_at_most_64_characters()
    {
        CustomField.IsLegalName(new string('a', 64), out _).Should().BeTrue();
        CustomField.IsLegalName(new string('a', 65), out var problem).Should().BeFalse();
        problem.Should().Be("must be at most 64 characters");
        var declare = () => Make.Field("1st", CustomFieldType.Text);
        declare.Should().Throw<ArgumentException>();
    }

    [TestCase(CustomFieldType.Text, "\"\"")]
    [TestCase(CustomFieldType.Text, "\"pro\"")]
    [TestCase(CustomFieldType.Number, "0")]
    [TestCase(CustomFieldType.Number, "-1.10e400")]
    [TestCase(CustomFieldType.Boolean, "true")]
    [TestCase(CustomFieldType.Boolean, "false")]
    [TestCase(CustomFieldType.Date, "\"2026-01-31\"")]
    [TestCase(CustomFieldType.Date, "\"2026-01-31T12:00Z\"")]
    [TestCase(CustomFieldType.Date, "\"2026-01-31T12:00:00+02:00\"")]
    [TestCase(CustomFieldType.Date, "\"2026-01-31T12:00:00.1234567Z\"")]
    public void E4_values_that_fit(CustomFieldType type, string json) => Make.Field("f", type).Accepts(Make.Json(json), out _).Should().BeTrue();

    [TestCase(CustomFieldType.Text, "1")]
    [TestCase(CustomFieldType.Text, "{}")]
    [TestCase(CustomFieldType.Number, "\"1\"")]
    [TestCase(CustomFieldType.Number, "true")]
    [TestCase(CustomFieldType.Boolean, "0")]
    [TestCase(CustomFieldType.Boolean, "\"true\"")]
    [TestCase(CustomFieldType.Date, "20260131")]
    [TestCase(CustomFieldType.Date, "\"31.01.2026\"")]
    [TestCase(CustomFieldType.Date, "\"2026-02-30\"")]
    [TestCase(CustomFieldType.Date, "\"2026-1-31\"")]
    [TestCase(CustomFieldType.Date, "\"\"")]
    public void E4_values_that_do_not(CustomFieldType type, string json)
    {
        Make.Field("f", type).Accepts(Make.Json(json), out var problem).Should().BeFalse();
        problem.Should().StartWith("must be ");
    }

    [Test]
    public void E4_text_has_2000_characters_and_a_number_64_digits()
    {
        Accepts(CustomFieldType.Text, $"\"{new string('a', 2000)}\"").Should().BeTrue();
        Accepts(CustomFieldType.Text, $"\"{new string('a', 2001)}\"").Should().BeFalse();
        Accepts(CustomFieldType.Number, new string('1', 64)).Should().BeTrue();
        Accepts(CustomFieldType.Number, new string('1', 65)).Should().BeFalse();

        static bool Accepts(CustomFieldType type, string json) => Make.Field("f", type).Accepts(Make.Json(json), out _);
    }

    [Test]
    public void E4_only_values_of_declared_fields_that_fit_are_shown()
    {
        var values = new CustomFieldValues(new RawJson("""{"gone":1,"seats":1.10,"plan":"pro","vip":"was text"}"""));

        values.DeclaredIn(Make.Fields(("plan", CustomFieldType.Text), ("seats", CustomFieldType.Number), ("vip", CustomFieldType.Boolean)))
            .Json.Text.Should().Be("""{"seats":1.10,"plan":"pro"}""");
        values.DeclaredIn(Make.Fields()).Should().Be(CustomFieldValues.None);
    }
}
