using System.Text;
using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class FormPayloadTests
{
    [TestCase("email=ada%40example.com&name=Ada+L%C3%B6velace", """{"email":"ada@example.com","name":"Ada Lövelace"}""")]
    [TestCase("data[email]=a&data[name]=b", """{"data":{"email":"a","name":"b"}}""")]
    [TestCase("data%5Bemail%5D=a", """{"data":{"email":"a"}}""")]
    [TestCase("items[0][email]=a&items[1][email]=b", """{"items":[{"email":"a"},{"email":"b"}]}""")]
    [TestCase("items[1]=b&items[0]=a", """{"items":["a","b"]}""")]
    [TestCase("items[]=a&items[]=b", """{"items":["a","b"]}""")]
    [TestCase("items[][e]=a&items[][e]=b", """{"items":[{"e":"a"},{"e":"b"}]}""")]
    [TestCase("items[3]=a&items[]=b", """{"items":{"3":"a","4":"b"}}""")]
    [TestCase("items[01]=a", """{"items":{"01":"a"}}""")]
    [TestCase("items[01]=b&items[0]=a", """{"items":{"01":"b","0":"a"}}""")]
    [TestCase("items[1]=b", """{"items":{"1":"b"}}""")]
    [TestCase("items[9999999]=a&items[]=b", """{"items":{"9999999":"a","10000000":"b"}}""")]
    [TestCase("items[99999999]=a&items[]=b", """{"items":{"99999999":"a","0":"b"}}""")]
    [TestCase("a=1&a=2", """{"a":["1","2"]}""")]
    [TestCase("a=1&a[b]=2", """{"a":{"b":"2","":["1"]}}""")]
    [TestCase("a=1&a=2&a[b]=3", """{"a":{"b":"3","":["1","2"]}}""")]
    [TestCase("a=1&a[0]=2", """{"a":{"0":"2","":["1"]}}""")]
    [TestCase("&&", "{}")]
    [TestCase("a&b=&=c&&", """{"a":"","b":"","":"c"}""")]
    [TestCase("a=1%2&b=%zz&c=100%", """{"a":"1%2","b":"%zz","c":"100%"}""")]
    [TestCase("a=b=c", """{"a":"b=c"}""")]
    [TestCase("a.b=1", """{"a.b":"1"}""")]
    [TestCase("a[b=1&[c]=2&a]=3&a[b]c=4&a[[b]]=5&a[b]x]=6", """{"a[b":"1","[c]":"2","a]":"3","a[b]c":"4","a[[b]]":"5","a[b]x]":"6"}""")]
    [TestCase("a[ ]=1", """{"a":{" ":"1"}}""")]
    [TestCase("a=%22%5C%0A%00", """{"a":"\"\\\n\u0000"}""")]
    [TestCase("a=1\r\n", """{"a":"1"}""")]
    public void S3_forms_read_in_the_shape_of_json(string form, string json) =>
        Payloads.Form(form).Json.Text.Should().Be(json);

    [Test]
    public void S3_an_escaped_byte_is_read_in_the_declared_charset() =>
        Payloads.Read("name=Zo%EB"u8.ToArray(), Payloads.FormType + "; charset=windows-1252").Json.Text.Should().Be("""{"name":"Zoë"}""");

    [Test]
    public void S3_a_charset_that_is_declared_but_not_used_does_no_harm() =>
        Payloads.Read("name=Zo%C3%AB"u8.ToArray(), $"{Payloads.FormType}; charset=windows-1252").Json.Text.Should().Be("""{"name":"Zoë"}""");

    [TestCase("name=Zo%EB&charset=windows-1252")]
    [TestCase("_charset_=windows-1252&name=Zo%EB")]
    public void S15_a_form_may_say_itself_what_it_is_written_in(string form) =>
        Payloads.Form(form).Json.Text.Should().Contain("\"name\":\"Zoë\"");

    [TestCase("a=%ff", "")]
    [TestCase("a=%EB", "; charset=us-ascii")]
    [TestCase("a=%EB", "; charset=klingon")]
    public void S15_what_can_not_be_decoded_is_skipped_and_not_replaced(string form, string charset) =>
        Payloads.Refusal(Encoding.ASCII.GetBytes(form), Payloads.FormType + charset)
            .Should().Match<SkipReason>(reason => reason.Code == "notForm" && reason.Message.Contains("the field `a` isn't valid UTF-8"));

    [TestCase("", "isn't valid UTF-8.")]
    [TestCase("; charset=klingon", "its charset klingon is unknown")]
    public void S5_a_form_whose_bytes_are_no_text_is_skipped(string charset, string part) =>
        Payloads.Refusal(Encoding.Latin1.GetBytes("name=Zoë"), Payloads.FormType + charset)
            .Should().Match<SkipReason>(reason => reason.Code == "notForm" && reason.Message.Contains(part));

    [Test]
    public void S3_a_form_whose_only_field_is_a_json_payload_reads_as_that_json()
    {
        Payloads.Form("payload=%7B%22pusher%22%3A%7B%22email%22%3A%22a%40b.co%22%7D%7D").Json.Text.Should().Be("""{"pusher":{"email":"a@b.co"}}""");
        Payloads.Form("payload=gold").Json.Text.Should().Be("""{"payload":"gold"}""");
    }

    [TestCase(null)]
    [TestCase("text/plain; charset=utf-8")]
    [TestCase("application/octet-stream")]
    public void S3_what_looks_like_a_form_is_read_as_one_when_the_type_leaves_it_open(string? contentType)
    {
        Payloads.Read("email=a%40b.co&n=1\r\n"u8.ToArray(), contentType).Json.Text.Should().Be("""{"email":"a@b.co","n":"1"}""");

        foreach (var other in new[] { "hello", "x = y", "<a b=\"c\"/>", "aGVsbG8=", "aGVsbA==", "=x" })
        {
            Payloads.Refusal(Encoding.UTF8.GetBytes(other), contentType).Code.Should().Be("notJson");
        }
    }

    [Test]
    public void S5_a_form_under_the_label_of_json_is_no_json() =>
        Payloads.Refusal("email=a%40b.co"u8.ToArray(), "application/json").Code.Should().Be("notJson");

    [Test]
    public void S5_a_form_nested_too_deep_is_skipped()
    {
        Payloads.Form("a" + string.Concat(Enumerable.Repeat("[x]", 62)) + "=1");
        var reason = Payloads.Refusal(Encoding.UTF8.GetBytes("a" + string.Concat(Enumerable.Repeat("[x]", 64)) + "=1"), Payloads.FormType);

        reason.Code.Should().Be("notForm");
        reason.Message.Should().Contain("64 levels");
    }

    // A name of 63 levels and the list of its values make 64.
    [Test]
    public void S5_a_repeated_name_leaves_room_for_the_list_of_its_values()
    {
        static string Twice(int levels) => string.Join('&', Enumerable.Repeat("a" + string.Concat(Enumerable.Repeat("[x]", levels - 1)) + "=1", 2));

        Payloads.Form(Twice(63)).Json.Text.Should().Contain("""["1","1"]""");
        Payloads.Refusal(Encoding.UTF8.GetBytes(Twice(64)), Payloads.FormType).Code.Should().Be("notForm");
    }

    [Test]
    public void S5_json_with_a_slip_in_a_form_says_where_the_slip_is() =>
        Payloads.Refusal("""{"email":"a@b.co",}"""u8.ToArray(), Payloads.FormType).Code.Should().Be("notJson");

    [Test]
    public void S10_a_mebibyte_of_fields_is_read()
    {
        var form = string.Join('&', Enumerable.Repeat("a[]", 250_000));

        Payloads.Form(form).Json.Text.Should().HaveLength("{\"a\":[]}".Length + (250_000 * 3) - 1);
    }
}
