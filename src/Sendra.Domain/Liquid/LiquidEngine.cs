using System.Globalization;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Sendra.Domain.Liquid;

/// <summary>Fluid with the tags and filters that texts may use.</summary>
internal static class LiquidEngine
{
    /// <summary>How many tags, outputs and rounds of loops a rendering may go through.</summary>
    internal const int MaxSteps = 10_000;

    // Filters of .NET's formatting and of hashing are left out: a width like D999999999 would fill the memory.
    private static readonly string[] Filters =
    [
        "abs", "append", "at_least", "at_most", "base64_decode", "base64_encode", "capitalize", "ceil", "compact", "concat", "date", "default",
        "divided_by", "downcase", "escape", "escape_once", "find", "first", "floor", "has", "join", "json", "last", "lstrip", "map", "minus",
        "modulo", "newline_to_br", "plus", "prepend", "raw", "reject", "remove", "remove_first", "remove_last", "replace", "replace_first",
        "replace_last", "reverse", "round", "rstrip", "size", "slice", "sort", "sort_natural", "split", "strip", "strip_html",
        "strip_newlines", "sum", "time_zone", "times", "truncate", "truncatewords", "uniq", "upcase", "url_decode", "url_encode", "where",
    ];

    internal static FluidParser Parser { get; } = MakeParser();

    internal static TemplateOptions Options { get; } = MakeOptions();

    private static FluidParser MakeParser()
    {
        var parser = new FluidParser(new FluidParserOptions { AllowFunctions = false, AllowParentheses = false, AllowLiquidTag = false });
        foreach (var tag in (string[])["include", "render", "ifchanged", "liquid", "capture"])
        {
            parser.RegisteredTags.Remove(tag);
        }

        parser.RegisterIdentifierBlock("capture", Capture);
        return parser;
    }

    // Fluid's own gathers text without an end.
    private static async ValueTask<Completion> Capture(
        string name, IReadOnlyList<Statement> statements, TextWriter writer, System.Text.Encodings.Web.TextEncoder encoder, TemplateContext context)
    {
        using var captured = new LimitedWriter();
        var completion = await statements.RenderStatementsAsync(captured, encoder, context);
        context.SetValue(name, StringValue.Create(captured.ToString(), encode: false));
        return completion;
    }

    private static TemplateOptions MakeOptions()
    {
        var known = new TemplateOptions();
        var options = new TemplateOptions { MaxSteps = MaxSteps, CultureInfo = CultureInfo.InvariantCulture };
        options.Filters.Clear();
        foreach (var name in Filters)
        {
            if (known.Filters.TryGetValue(name, out var filter))
            {
                options.Filters.AddFilter(name, LiquidFilter.Limit(name, filter));
            }
        }

        return options;
    }
}
