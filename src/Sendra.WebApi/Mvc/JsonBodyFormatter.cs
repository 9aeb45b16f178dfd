using System.Buffers;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mvc;

/// <summary>Reads JSON bodies for all controllers; nothing but JSON in UTF-8 is accepted, and nothing compressed.</summary>
internal sealed class JsonBodyFormatter : InputFormatter
{
    private static readonly string[] Charsets = ["utf-8", "utf8"];

    // The document names this one; all that ends in +json is taken, too.
    public JsonBodyFormatter() => SupportedMediaTypes.Add("application/json");

    public override bool CanRead(InputFormatterContext context) => IsPlain(context.HttpContext.Request) && (typeof(ForeignBody).IsAssignableFrom(context.ModelType) || IsJson(context));

    private static bool IsPlain(HttpRequest request) =>
        request.Headers.ContentEncoding.All(coding => string.IsNullOrEmpty(coding) || coding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(InputFormatterContext context) =>
        MediaTypeHeaderValue.TryParse(context.HttpContext.Request.ContentType, out var type)
        && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
        && (type.Suffix.HasValue ? type.Suffix : type.SubType).Equals("json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || Charsets.Contains(HeaderUtilities.RemoveQuotes(type.Charset).Value, StringComparer.OrdinalIgnoreCase));

    // MVC's own handling of an empty body would give the field another name.
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var model = await context.HttpContext.ReadBodyAsync(
            long.MaxValue,
            body => body.IsEmpty && context.TreatEmptyInputAsDefaultValue ? null : Parse(body, context.ModelType));
        return model is null ? await InputFormatterResult.NoValueAsync() : await InputFormatterResult.SuccessAsync(model);
    }

    private static object Parse(ReadOnlySequence<byte> body, Type type) => body switch
    {
        { IsEmpty: true } => throw JsonBody.Wrong(JsonBody.WholeBody, "is required"),
        _ => JsonBody.Read(body.InOnePiece(), type),
    };
}
