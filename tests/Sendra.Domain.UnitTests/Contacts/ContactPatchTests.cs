using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Contacts;

public sealed class ContactPatchTests
{
    private static readonly IReadOnlyDictionary<string, CustomField> Fields =
        Make.Fields(("plan", CustomFieldType.Text), ("seats", CustomFieldType.Number), ("vip", CustomFieldType.Boolean), ("born", CustomFieldType.Date));

    [Test]
    public void E4_absent_keys_change_nothing_and_null_clears()
    {
        var contact = Contact.Restore(
            Make.Id<ContactId>(), Make.WorkspaceId, "ada@example.com", "Ada", "Lovelace", "Ada Lovelace", new(new RawJson("""{"plan":"pro","seats":1.10}""")), null);

        Apply(contact, """{"firstName":"A","name":null,"plan":null,"vip":true}""").Should().BeEmpty();

        (contact.FirstName, contact.LastName, contact.Name).Should().Be(("A", "Lovelace", null));
        contact.CustomFields.Json.Text.Should().Be("""{"seats":1.10,"vip":true}""");
    }

    [Test]
    public void E5_receiving_notes_the_event_also_without_properties()
    {
        var contact = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));
        var eventId = Make.Id<EventId>();

        contact.Receive(eventId, ContactPatch.Read(null, Fields));

        contact.LastEventId.Should().Be(eventId);
        contact.LastEventAt.Should().Be(TimeOrderedId.TimeOf(eventId));
        contact.CustomFields.Should().Be(CustomFieldValues.None);
    }

    [Test]
    public void E4_values_keep_their_digits_and_the_order_in_which_they_were_first_set()
    {
        var contact = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));

        Apply(contact, """{"seats":12345678901234567890.10,"plan":"\u00e9"}""").Should().BeEmpty();
        Apply(contact, """{"plan":"b","seats":1e2}""").Should().BeEmpty();

        contact.CustomFields.Json.Text.Should().Be("""{"seats":1e2,"plan":"b"}""");
    }

    [TestCase("id", "undeclared")]
    [TestCase("email", "undeclared")]
    [TestCase("workspaceId", "undeclared")]
    [TestCase("Plan", "undeclared")]
    [TestCase("FirstName", "undeclared")]
    [TestCase("other", "undeclared")]
    [TestCase("", "undeclared")]
    [TestCase("firstName", "invalidValue")]
    [TestCase("plan", "invalidValue")]
    [TestCase("vip", "invalidValue")]
    public void E4_what_can_not_be_taken_is_left_out_with_a_warning(string key, string code)
    {
        var contact = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));

        var warning = Apply(contact, $$"""{"{{key}}":7,"lastName":"Kept"}""").Single();

        (warning.Field, warning.Code).Should().Be(($"contactProperties.{key}", code));
        warning.Message.Should().StartWith(key).And.EndWith(".");
        contact.LastName.Should().Be("Kept");
        (contact.FirstName, contact.Email, contact.CustomFields).Should().Be((null, "ada@example.com", CustomFieldValues.None));
    }

    [TestCase("firstName")]
    [TestCase("lastName")]
    [TestCase("name")]
    public void E4_names_are_text_of_255_characters_without_NUL(string key)
    {
        var contact = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));

        Apply(contact, $$"""{"{{key}}":"{{new string('a', 255)}}"}""").Should().BeEmpty();
        Apply(contact, $$"""{"{{key}}":"{{new string('a', 256)}}"}""").Should().ContainSingle();
        Apply(contact, $$"""{"{{key}}":"a\u0000"}""").Should().ContainSingle();
        Apply(contact, $$"""{"{{key}}":["a"]}""").Should().ContainSingle();
    }

    [Test]
    public void E4_100_undeclared_keys_have_a_warning_each_and_one_more_names_all_others()
    {
        var contact = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));
        string[] keys = [.. Enumerable.Range(0, 250).Select(i => $"key{i}")];
        static string Json(IEnumerable<string> some) => string.Join(',', some.Select(key => $"\"{key}\":1"));

        Apply(contact, $$"""{ {{Json(keys.Take(100))}} }""").Should().HaveCount(100);
        var warnings = Apply(contact, $$"""{ {{Json(keys)}},"seats":"many","lastName":"Kept"}""");

        warnings.Select(warning => warning.Field).Should().Equal(
            [.. keys.Take(100).Select(key => $"contactProperties.{key}"), "contactProperties.seats", "contactProperties"]);
        warnings.Select(warning => warning.Code).Distinct().Should().Equal("undeclared", "invalidValue");
        warnings[^1].Code.Should().Be("undeclared");
        warnings[^1].Message.Should().StartWith("150 more ").And.EndWith($" {string.Join(", ", keys.Skip(100))}.");
        contact.LastName.Should().Be("Kept");
    }

    private static IReadOnlyList<ContactWarning> Apply(Contact contact, string json)
    {
        var patch = ContactPatch.Read(new RawJson(json), Fields);
        contact.Receive(Make.Id<EventId>(), patch);
        return patch.Warnings;
    }
}
