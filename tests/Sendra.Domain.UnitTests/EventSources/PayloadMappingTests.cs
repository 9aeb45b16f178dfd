using System.Text;
using System.Text.Json;
using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class PayloadMappingTests
{
    private static readonly MappingDefinition Stripe = new("data.object.email", EventNamePath: "type");

    [Test]
    public void S4_the_whole_payload_becomes_the_properties_exactly_as_sent()
    {
        const string json = """{"type":"invoice.paid","data":{"object":{"amount":1.10,"email":" Ada@Example.COM "}}}""";

        var mapped = Map(Stripe, json);

        mapped.Person.Email!.Value.Should().Be("ada@example.com");
        mapped.EventName.Value.Should().Be("invoice.paid");
        mapped.Properties.Text.Should().Be(json);
        mapped.ContactProperties.Should().BeNull();
    }

    [Test]
    public void S4_a_properties_path_picks_a_part()
    {
        var mapped = Map(Stripe with { PropertiesPath = "data.object" }, """{"type":"t","data":{"object":{"email":"a@b.co" , "x":1.0}}}""");

        mapped.Properties.Text.Should().Be("""{"email":"a@b.co" , "x":1.0}""");
    }

    [Test]
    public void S2_the_name_is_fixed_or_read_by_path_or_header()
    {
        const string json = """{"email":"a@b.co"}""";
        var headers = new RequestHeaders([new("X-Event", "push")]);

        Map(new("email", EventName: "purchaseCompleted"), json).EventName.Value.Should().Be("purchaseCompleted");
        Map(new("email", EventNamePath: "header:x-event"), json, headers).EventName.Value.Should().Be("push");
    }

    [Test]
    public void S4_contact_properties_are_patched_by_path_and_keep_their_digits()
    {
        var definition = new MappingDefinition("email", "e", ContactProperties: new Dictionary<string, string>
        {
            ["firstName"] = "first",
            ["seats"] = "seats",
            ["lastName"] = "nope",
            ["name"] = "none",
            ["topic"] = "header:X-Topic",
        });

        var mapped = Map(definition, """{"email":"a@b.co","first":"Ada","seats":1.10,"none":null}""", new RequestHeaders([new("X-Topic", "a\"b")]));

        mapped.ContactProperties!.Value.Text.Should().Be("""{"firstName":"Ada","seats":1.10,"topic":"a\u0022b"}""");
        mapped.Warnings.Select(warning => (warning.Field, warning.Code))
            .Should().Equal(("contactProperties.lastName", "missing"), ("contactProperties.name", "missing"));
        mapped.Warnings[1].Message.Should().Be("name was left unchanged. At `none`: null.");
    }

    [TestCase("{}", "emailMissing", "There is no email at `data.object.email`: the payload has no `data` (it is empty).")]
    [TestCase("""{"data":{"object":null}}""", "emailMissing", "There is no email at `data.object.email`: `data.object` is null and has nothing inside, so no `email`.")]
    [TestCase("""{"data":{"object":{"email":null}}}""", "emailNotAString", "At `data.object.email` stands null instead of an email address.")]
    [TestCase("""{"data":{"object":{"email":42}}}""", "emailNotAString", "At `data.object.email` stands a number (42) instead of an email address.")]
    [TestCase("""{"data":{"object":{"email":"ada"}}}""", "emailInvalid", "At `data.object.email` stands the text \"ada\", but an email address must be one email address")]
    [TestCase("""{"data":{"object":{"email":"a@b.co"}}}""", "eventNameMissing", "There is no event name at `type`: the payload has no `type` (it has `data`).")]
    [TestCase("""{"type":["x"],"data":{"object":{"email":"a@b.co"}}}""", "eventNameNotAString", "At `type` stands a list of 1 item instead of an event name.")]
    [TestCase("""{"type":" x","data":{"object":{"email":"a@b.co"}}}""", "eventNameInvalid", "At `type` stands the text \" x\", but an event name must not begin or end with white space.")]
    public void S5_a_skip_names_the_path_and_what_stood_there(string json, string code, string start)
    {
        var reason = Skip(Stripe, json);

        reason.Code.Should().Be(code);
        reason.Message.Should().StartWith(start).And.EndWith("replay the delivery.");
    }

    [TestCase(null, "eventNameMissing", "There is no event name at `header:X-Event`: the request has no header `X-Event`.")]
    [TestCase(" push", "eventNameInvalid", "At `header:X-Event` stands the text \" push\", but an event name must not begin or end with white space.")]
    public void S5_a_skip_names_the_header_and_what_it_said(string? header, string code, string start)
    {
        var reason = Skip(new("email", EventNamePath: "header:X-Event"), """{"email":"a@b.co"}""", header is null ? null : new([new("X-Event", header)]));

        reason.Code.Should().Be(code);
        reason.Message.Should().StartWith(start);
    }

    [Test]
    public void E3_properties_have_at_most_256_kibibytes()
    {
        const string frame = """{"email":"a@b.co","é":""}""";
        static string Body(int bytes) => frame.Insert(frame.Length - 2, new string('x', bytes - Encoding.UTF8.GetByteCount(frame)));

        Map(new("email", "e"), Body(262_144)).Properties.Text.Should().Be(Body(262_144));
        Skip(new("email", "e"), Body(262_145)).Message.Should().StartWith("The payload has 262145 bytes, but an event's properties can have 262144.");
    }

    [Test]
    public void S5_properties_can_be_missing_or_too_large()
    {
        var big = $$"""{"type":"t","data":{"object":{"email":"a@b.co"} },"big":"{{new string('x', 300_000)}}"}""";

        Skip(Stripe, big).Should().Match<SkipReason>(reason => reason.Code == "propertiesTooLarge" && reason.Message.Contains("Set a properties path"));
        Skip(Stripe with { PropertiesPath = "data.nope" }, big).Should().Match<SkipReason>(reason => reason.Code == "propertiesMissing" && reason.Message.Contains("no properties at `data.nope`: `data` has no `nope`"));
        Skip(Stripe with { PropertiesPath = "big" }, big).Message.Should().StartWith("The value at `big` has 300002 bytes");
        Map(Stripe with { PropertiesPath = "data" }, big).Properties.Text.Should().Be("""{"object":{"email":"a@b.co"} }""");
    }

    [Test]
    public void S2_a_mapping_says_all_that_is_wrong_by_field()
    {
        var definition = new MappingDefinition("a..b", EventNamePath: "", PropertiesPath: "header:X", ContactProperties: new Dictionary<string, string> { ["firstName"] = "$", [""] = "x" }, DeliveryIdPath: "x[0]");

        PayloadMapping.TryCreate(definition, out _, out var problems).Should().BeFalse();

        problems.Select(problem => problem.Field).Should().Equal(
            "emailPath", "eventName.path", "propertiesPath", "contactProperties.firstName", "contactProperties.", "deliveryIdPath");
    }

    [Test]
    public void S2_the_name_has_exactly_one_origin()
    {
        Problem(new("email")).Should().Be("eventName");
        Problem(new("email", "fixed", "path")).Should().Be("eventName");
        Problem(new("email", " fixed")).Should().Be("eventName.fixed");
        Problem(new("email", "fixed", ContactProperties: Enumerable.Range(0, 51).ToDictionary(i => $"f{i}", _ => "x"))).Should().Be("contactProperties");
    }

    [Test]
    public void S4_up_to_fifty_contact_properties_have_names_of_up_to_64_characters()
    {
        var name = new string('n', 64);
        var fifty = Enumerable.Range(1, 49).Select(i => $"f{i}").Append(name).ToDictionary(field => field, _ => "x");

        PayloadMapping.Create(new("email", "e", ContactProperties: fifty)).ContactProperties.Keys.Should().Equal(fifty.Keys);
        Problem(new("email", "e", ContactProperties: new Dictionary<string, string> { [name + "n"] = "x" })).Should().Be($"contactProperties.{name}n");
    }

    [Test]
    public void S2_a_mapping_survives_being_stored()
    {
        var definition = new MappingDefinition("a", null, "b", "c", new Dictionary<string, string> { ["name"] = "d" }, "header:X-Id")
        {
            ItemsPath = "$",
            EventNameMap = new Dictionary<string, string> { ["x"] = "y" },
            EventNamePrefix = "p.",
            EventNameOnly = ["x"],
            KeepName = true,
        };

        PayloadMapping.Create(definition).ToDefinition().Should().BeEquivalentTo(definition);
        FluentActions.Invoking(() => PayloadMapping.Create(new("[", "x"))).Should().Throw<FormatException>().WithMessage("emailPath: *");
    }

    [TestCase("""{"a":"ada@b.co"}""", "ada@b.co")]
    [TestCase("""{"a":null,"b":{"email":"ada@b.co"}}""", "ada@b.co")]
    [TestCase("""{"a":"","b":{"email":"ada@b.co"}}""", "ada@b.co")]
    [TestCase("""{"a":"nobody","b":{"email":"ada@b.co"}}""", "ada@b.co")]
    public void S12_alternatives_are_tried_in_order(string json, string email) =>
        Map(new("a || b.email", "e"), json).Person.Email!.Value.Should().Be(email);

    [Test]
    public void S12_a_skip_lists_what_stood_at_each()
    {
        var reason = Skip(new("a || b.email || header:X-Email", "e"), """{"a":null,"b":{"email":"nobody"}}""");

        reason.Code.Should().Be("emailInvalid");
        reason.Message.Should().StartWith(
            "There is no email in any of these places: at `a` stands null; at `b.email` stands the text \"nobody\"; at `header:X-Email` nothing, because the request has no header `X-Email`.");
        Skip(new("a || b", "e"), "{}").Code.Should().Be("emailMissing");
        Map(new(@"a\|\|b || c", "e"), """{"a||b":"ada@b.co"}""").Person.Email!.Value.Should().Be("ada@b.co");
    }

    [TestCase("orders/create", "orderCreated")]
    [TestCase("orders/edited", "shop.orders.edited")]
    [TestCase("Größe 1", "shop.Gr..e.1")]
    public void S13_names_are_mapped_cleaned_and_prefixed(string name, string becomes) =>
        Map(Named with { EventNamePrefix = "shop." }, $$"""{"email":"a@b.co","type":"{{name}}"}""").EventName.Value.Should().Be(becomes);

    [Test]
    public void S13_a_kept_name_stays_as_it_comes_and_what_is_not_wanted_needs_nobody()
    {
        Map(Named with { KeepName = true }, """{"email":"a@b.co","type":"orders/edited"}""").EventName.Value.Should().Be("orders/edited");
        Skip(Named with { EventNameOnly = ["orders/create"] }, """{"type":"ping"}""").Should().Match<SkipReason>(reason => reason.IsIgnored);
        Map(Named with { EventNameOnly = ["orders/create"] }, """{"email":"a@b.co","type":"orders/create"}""").EventName.Value.Should().Be("orderCreated");
    }

    [Test]
    public void S11_paths_start_at_the_item_or_at_the_root()
    {
        var mapping = PayloadMapping.Create(new("email || $.owner", EventNamePath: "$.type") { ItemsPath = "list" });

        var items = mapping.ItemsOf(Payloads.Json("""{"type":"seen","owner":"o@b.co","list":[{"email":"a@b.co"},5,{}]}"""), out _)!;

        items.Select(item => mapping.TryMap(item, RequestHeaders.None, out var mapped, out _) ? $"{mapped.Person.Email!.Value} {mapped.EventName} {mapped.Properties.Text}" : null)
            .Should().Equal("""a@b.co seen {"email":"a@b.co"}""", "o@b.co seen 5", "o@b.co seen {}");
    }

    [TestCase("""{"list":"x"}""", "itemsNotAList")]
    [TestCase("{}", "itemsMissing")]
    [TestCase("""{"list":[]}""", "noItems")]
    [TestCase("""{"list":{}}""", null)]
    public void S11_what_is_no_list_says_so(string json, string? code)
    {
        PayloadMapping.Create(new("email", "e") { ItemsPath = "list" }).ItemsOf(Payloads.Json(json), out var reason);

        reason?.Code.Should().Be(code);
        (reason is null).Should().Be(code is null);
    }

    [Test]
    public void S13_problems_with_names_are_told_by_field()
    {
        Problem(Named with { EventNamePrefix = " " }).Should().Be("eventName.prefix");
        Problem(Named with { EventNameMap = new Dictionary<string, string> { ["x"] = "" } }).Should().Be("eventName.map.x");
        Problem(Named with { EventNameOnly = [] }).Should().Be("eventName.only");
        Problem(Named with { EventNameOnly = [""] }).Should().Be("eventName.only[0]");
        Problem(new("email", "fixed") { KeepName = true }).Should().Be("eventName");
    }

    private static MappingDefinition Named => new("email", EventNamePath: "type") { EventNameMap = new Dictionary<string, string> { ["orders/create"] = "orderCreated" } };

    private static string Problem(MappingDefinition definition)
    {
        PayloadMapping.TryCreate(definition, out _, out var problems).Should().BeFalse();
        return problems.Should().ContainSingle().Which.Field;
    }

    private static MappedDelivery Map(MappingDefinition definition, string json, RequestHeaders? headers = null)
    {
        PayloadMapping.Create(definition).TryMap(Payloads.Json(json), headers ?? RequestHeaders.None, out var mapped, out var reason)
            .Should().BeTrue(reason?.Message);
        return mapped!;
    }

    private static SkipReason Skip(MappingDefinition definition, string json, RequestHeaders? headers = null)
    {
        PayloadMapping.Create(definition).TryMap(Payloads.Json(json), headers ?? RequestHeaders.None, out _, out var reason).Should().BeFalse();
        return reason!;
    }

    [TestCase("""{"email":"ada@example.com"}""")]
    [TestCase("<n><email>ada@example.com</email></n>")]
    [TestCase("PG4+PGVtYWlsPmFkYUBleGFtcGxlLmNvbTwv\nZW1haWw+PC9uPg==\n")]
    [TestCase("eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9")]
    public void S15_a_document_in_a_field_is_JSON_or_XML_also_in_base64(string text)
    {
        var mapping = PayloadMapping.Create(new MappingDefinition("email", "x", null) { BodyPath = "document" });

        var document = mapping.DocumentOf(Payloads.Json(JsonSerializer.Serialize(new { document = text })), out var reason);

        document.Should().NotBeNull(reason?.Message);
        mapping.TryMap(document!, RequestHeaders.None, out var mapped, out _).Should().BeTrue();
        mapped!.Person.Email!.Value.Should().Be("ada@example.com");
    }

    [TestCase("hello", "isn't valid JSON")]
    [TestCase("aGVsbG8=", "isn't valid JSON")]
    [TestCase("<a><b></a>", "isn't valid XML")]
    [TestCase("<!DOCTYPE r [<!ENTITY a 'aaaa'>]><r>&a;</r>", "isn't valid XML")]
    [TestCase("V1RGUElR", "isn't valid JSON")]
    public void S15_what_is_no_document_is_said(string text, string words)
    {
        var mapping = PayloadMapping.Create(new MappingDefinition("email", "x", null) { BodyPath = "document" });

        mapping.DocumentOf(Payloads.Json(JsonSerializer.Serialize(new { document = text })), out var reason).Should().BeNull();

        reason!.Code.Should().Be("bodyNotJson");
        reason.Message.Should().Contain(words);
    }

    [Test]
    public void S15_the_name_of_the_root_element_is_read_by_a_path()
    {
        var mapping = PayloadMapping.Create(new MappingDefinition("email", null, "#name"));

        mapping.TryMap(Payloads.Read("<paid><email>ada@example.com</email></paid>"u8.ToArray(), "text/xml"), RequestHeaders.None, out var mapped, out _).Should().BeTrue();
        mapped!.EventName.Value.Should().Be("paid");
        mapped.Properties.Text.Should().Be("""{"email":"ada@example.com"}""");
        mapping.TryMap(Payloads.Json("""{"email":"ada@example.com","#name":"own"}"""), RequestHeaders.None, out mapped, out _).Should().BeTrue();
        mapped!.EventName.Value.Should().Be("own");
    }

    [Test]
    public void S11_a_hundred_thousand_items_are_too_many_and_items_that_are_no_objects_are_skipped_one_by_one()
    {
        var mapping = PayloadMapping.Create(new MappingDefinition("email", "x", null) { ItemsPath = "$" });

        mapping.ItemsOf(Payloads.Json($"[{string.Join(',', Enumerable.Repeat("1", 100_000))}]"), out var reason).Should().BeNull();
        reason!.Code.Should().Be("tooManyItems");
        var items = mapping.ItemsOf(Payloads.Json("""[1,"ada@example.com",null,["ada@example.com"],true,{"email":"ada@example.com"}]"""), out _)!;
        items.Select(item => mapping.TryMap(item, RequestHeaders.None, out _, out var skip) ? null : skip!.Code).Should()
            .Equal("emailMissing", "emailMissing", "emailMissing", "emailMissing", "emailMissing", null);
    }
}
