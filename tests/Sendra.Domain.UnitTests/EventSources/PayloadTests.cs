using System.Text;
using System.Text.Json;
using CsCheck;
using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class PayloadTests
{
    private const string Ada = """{"email":"ada@example.com","name":"Zoë 🚀"}""";

    private static readonly string?[] ContentTypes =
    [
        null, "", "application/json", "application/json; charset=utf-16", "text/plain;charset=latin1", Payloads.FormType, "x/y; charset=nope", "multipart/form-data; boundary=x", ";;;=\0",
    ];

    [Test]
    public void S3_json_is_kept_exactly_as_sent()
    {
        const string json = """{"b":1.10,"a":123456789012345678901234567890,"c": "\u0000\u00e9","d":[ ]}""";

        Payloads.Json($" \r\n{json}\n").Json.Text.Should().Be(json);
    }

    [TestCase("application/json")]
    [TestCase("application/vnd.api+json")]
    [TestCase("text/plain")]
    [TestCase("application/octet-stream")]
    [TestCase(Payloads.FormType)]
    [TestCase("nonsense")]
    [TestCase("")]
    [TestCase(null)]
    public void S3_json_is_read_whatever_the_content_type_says(string? contentType) =>
        Payloads.Read(Encoding.UTF8.GetBytes(Ada), contentType).Json.Text.Should().Be(Ada);

    [TestCase("utf-8", true)]
    [TestCase("utf-16", true)]
    [TestCase("utf-16", false)]
    [TestCase("utf-16BE", true)]
    [TestCase("utf-16BE", false)]
    [TestCase("utf-32", true)]
    [TestCase("utf-32", false)]
    [TestCase("utf-32BE", true)]
    [TestCase("utf-32BE", false)]
    public void S3_all_unicode_encodings_are_read_with_or_without_a_mark(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] body = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Ada)];

        Payloads.Read(body, "application/json").Json.Text.Should().Be(Ada);
    }

    [Test]
    public void S3_a_declared_charset_counts_when_the_bytes_are_no_unicode()
    {
        var body = Encoding.Latin1.GetBytes("""{"name":"Zoë"}""");

        Payloads.Read(body, "application/json; charset=\"iso-8859-1\"").Json.Text.Should().Be("""{"name":"Zoë"}""");
        Payloads.Read(body, "application/json; charset=windows-1252").Json.Text.Should().Be("""{"name":"Zoë"}""");
        Payloads.Refusal(body, "application/json").Should().Match<SkipReason>(reason => reason.Code == "notJson" && reason.Message.Contains("UTF-8"));
        Payloads.Refusal(body, "application/json; charset=klingon").Code.Should().Be("notJson");
    }

    [TestCase("")]
    [TestCase(" \r\n\t")]
    [TestCase("\ufeff")]
    public void S5_an_empty_body_is_skipped(string body) =>
        Payloads.Refusal(Encoding.UTF8.GetBytes(body), "application/json").Code.Should().Be("emptyBody");

    [TestCase("{\"a\":1,}", "line 1, byte 8")]
    [TestCase("{\n\"a\": nope}", "line 2")]
    [TestCase("<xml/>", "line 1, byte 1")]
    [TestCase("{} {}", "line 1, byte 4")]
    [TestCase("{\"a\":1,\"a\":2}", "same name twice")]
    [TestCase("{\"a\":1,\"\\u0061\":2}", "same name twice")]
    [TestCase("{\"a\":\"\\ud83d\"}", "half a character")]
    [TestCase("{\"a\":\"\\udc00\\ud83d\"}", "half a character")]
    [TestCase("{\"a\":\"\\ud83dx\\ude80\"}", "half a character")]
    [TestCase("{\"a\":\"\\ud83dx\"}", "half a character")]
    [TestCase("{\"\\ud83d\":1}", "half a character")]
    [TestCase("{\"a\":\"x\\ud83d\"}", "half a character")]
    [TestCase("{\"a\":\"\\ud800\"}", "half a character")]
    [TestCase("{\"a\":\"\\udbff\"}", "half a character")]
    [TestCase("{\"a\":\"\\udc00\"}", "half a character")]
    [TestCase("{\"a\":\"\\udfff\"}", "half a character")]
    [TestCase("// comment\n{}", "line 1")]
    public void S5_what_is_no_json_is_skipped_and_says_where(string body, string part)
    {
        var reason = Payloads.Refusal(Encoding.UTF8.GetBytes(body), "application/json");

        reason.Code.Should().Be("notJson");
        reason.Message.Should().Contain(part).And.EndWith(".");
    }

    [Test]
    public void S5_a_whole_pair_and_escaped_backslashes_are_fine() =>
        Payloads.Json("""{"a":"\ud83d\ude80","b":"\\ud83d","c":"\\\ud83d\ude80"}""").Json.Text.Should().Contain(@"\ud83d\ude80");

    [TestCase(@"\ud800\udc00")]
    [TestCase(@"\uDBFF\uDFFF")]
    [TestCase(@"\ud7ff\ue000")]
    public void S5_the_first_and_last_pairs_and_their_neighbours_are_fine(string escaped) =>
        Payloads.Json($"[\"{escaped}\"]").Json.Text.Should().Be($"[\"{escaped}\"]");

    [TestCase("utf-16", new byte[] { 0x3D, 0xD8 })]
    [TestCase("utf-16BE", new byte[] { 0xD8, 0x3D })]
    [TestCase("utf-32", new byte[] { 0x3D, 0xD8, 0, 0 })]
    [TestCase("utf-32BE", new byte[] { 0, 0, 0xD8, 0x3D })]
    public void S5_bytes_with_half_a_character_are_no_text(string name, byte[] half)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] body = [.. encoding.GetBytes("[\""), .. half, .. encoding.GetBytes("\"]")];

        Payloads.Refusal(body, "application/json")
            .Should().Match<SkipReason>(reason => reason.Code == "notJson" && reason.Message.Contains("The body isn't text"));
    }

    [Test]
    public void S9_a_preview_is_read_as_json()
    {
        Payload.TryRead(Ada, out var payload, out _).Should().BeTrue();
        payload!.Json.Text.Should().Be(Ada);

        Payload.TryRead("email=ada@example.com", out _, out var reason).Should().BeFalse();
        reason!.Code.Should().Be("notJson");
    }

    [Test]
    public void S5_depth_is_64_levels()
    {
        Payloads.Json(new string('[', 64) + new string(']', 64));
        Payloads.Refusal(Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65)), "application/json").Message.Should().Contain("64 levels");
        Payloads.Refusal(Encoding.UTF8.GetBytes(new string('[', 500_000)), null).Message.Should().Contain("64 levels");
    }

    [Test]
    public void S15_a_multipart_without_its_end_is_skipped() =>
        Payloads.Refusal("--x\r\n"u8.ToArray(), "multipart/form-data; boundary=x")
            .Should().Match<SkipReason>(reason => reason.Code == "notForm" && reason.Message.Contains("ends before its last boundary"));

    [Test]
    public void S15_a_multipart_form_is_read_without_its_files() =>
        Payloads.Read(
            "--x\r\nContent-Disposition: form-data; name=\"data[email]\"\r\n\r\nada@example.com\r\n--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--x--\r\n"u8.ToArray(),
            "multipart/form-data; boundary=\"x\"").Json.Text.Should().Be("""{"data":{"email":"ada@example.com"},"cv":{"fileName":"a.pdf"}}""");

    [TestCase("<r><a>1</a><a>2</a><b x='y'>t</b><c/></r>", """{"a":["1","2"],"b":{"@x":"y","#text":"t"},"c":""}""")]
    [TestCase("<?xml version='1.0'?><n:r xmlns:n='urn:n'><n:email>ada@example.com</n:email></n:r>", """{"email":"ada@example.com"}""")]
    public void S15_xml_reads_in_the_shape_of_json(string xml, string json) =>
        Payloads.Read(Encoding.UTF8.GetBytes(xml), "application/xml").Json.Text.Should().Be(json);

    [TestCase("<!DOCTYPE r [<!ENTITY a 'aaaa'>]><r>&a;</r>", "it has a document type.")]
    [TestCase("<r>&unknown;</r>", "it breaks at line 1, character 5.")]
    [TestCase("<r><a></r>", "it breaks at line 1, character 9.")]
    [TestCase("<?xml version='1.0'?>", "it breaks at its end.")]
    public void S15_xml_with_a_document_type_or_a_slip_is_skipped(string xml, string why)
    {
        var reason = Payloads.Refusal(Encoding.UTF8.GetBytes(xml), "text/xml");

        reason.Code.Should().Be("notXml");
        reason.Message.Should().Contain(why);
    }

    [TestCase("{\"a\":1}\n{\"a\":2}\n", "application/x-ndjson", """[{"a":1},{"a":2}]""")]
    [TestCase("{\"a\":1}\n", "application/x-ndjson", """[{"a":1}]""")]
    [TestCase("{\"a\":1}\n\n{\"a\":2}", "application/json", """[{"a":1},{"a":2}]""")]
    public void S15_lines_of_json_are_a_list(string lines, string type, string json) =>
        Payloads.Read(Encoding.UTF8.GetBytes(lines), type).Json.Text.Should().Be(json);

    [Test]
    public void S5_a_text_that_is_no_json_names_its_content_type() =>
        Payloads.Refusal("hello"u8.ToArray(), "text/plain; charset=utf-8").Message.Should().Contain("Its content type is text/plain.");

    [Test]
    public void S5_any_bytes_give_a_payload_or_a_reason() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array, AlmostJson, AlmostForm), Gen.Int[0, ContentTypes.Length - 1].Select(index => ContentTypes[index])).Sample((body, contentType) =>
        {
            if (!Payload.TryRead(body, contentType, null, out var payload, out var reason))
            {
                return reason.Code is "notJson" or "notForm" or "emptyBody" && reason.Message.EndsWith('.');
            }

            using var json = JsonDocument.Parse(payload.Json.Text);
            return EmailCandidates.Find(payload).All(path => path.Read(payload, RequestHeaders.None).Text!.Contains('@'));
        });

    private static Gen<byte[]> AlmostJson =>
        Gen.Char["{}[]\":,\\ud8c0e1.n \u00e9"].Array[0, 30].Select(text => Encoding.UTF8.GetBytes(text));

    private static Gen<byte[]> AlmostForm =>
        Gen.Char["ab[]=&%+0129e\u00e9"].Array[0, 40].Select(text => Encoding.UTF8.GetBytes(text));
}
