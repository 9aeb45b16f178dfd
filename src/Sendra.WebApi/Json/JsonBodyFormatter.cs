using System.Buffers;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;

namespace Sendra.WebApi.Json;

/// <summary>Reads JSON bodies for all controllers; nothing but JSON in UTF-8 is accepted.</summary>
internal sealed class JsonBodyFormatter : InputFormatter
{
    public JsonBodyFormatter() => SupportedMediaTypes.Add("application/json");

    public override bool CanRead(InputFormatterContext context) =>
        MediaTypeHeaderValue.TryParse(context.HttpContext.Request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // MVC's own handling of an empty body would give the field another name.
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        // The whole body is at hand before it is parsed; for most requests it already is, in one piece.
        var reader = context.HttpContext.Request.BodyReader;
        var read = await reader.ReadAsync(context.HttpContext.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.HttpContext.RequestAborted);
        }

        try
        {
            return read.Buffer.IsEmpty && context.TreatEmptyInputAsDefaultValue
                ? await InputFormatterResult.NoValueAsync()
                : await InputFormatterResult.SuccessAsync(Parse(read.Buffer, context.ModelType));
        }
        finally
        {
            reader.AdvanceTo(read.Buffer.End);
        }
    }

    private static object Parse(ReadOnlySequence<byte> body, Type type) => body switch
    {
        { IsEmpty: true } => throw JsonBody.Wrong(JsonBody.WholeBody, "is required"),
        { IsSingleSegment: true } => JsonBody.Read(body.FirstSpan, type),
        _ => JsonBody.Read(body.ToArray(), type),
    };
}
