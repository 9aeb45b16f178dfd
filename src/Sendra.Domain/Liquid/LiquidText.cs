using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Liquid;

/// <summary>
/// Text with Liquid in it, which sees the values of its <see cref="LiquidScope"/> and nothing else. What is undefined reads as empty. Rendering is pure and bounded; it fails with a sentence instead of throwing.
/// </summary>
public sealed class LiquidText
{
    /// <summary>The greatest length of a step's text, in characters.</summary>
    public const int MaxLength = 20_000;

    private readonly IFluidTemplate _template;
    private readonly Expression? _single;
    private readonly FieldPath? _field;

    private LiquidText(string text, IFluidTemplate template)
    {
        Text = text;
        _template = template;
        _single = template is FluidTemplate { Statements: [OutputStatement output] } ? output.Expression : null;
        _field = LiquidField.Of(_single);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>True when a text has anything for Liquid in it.</summary>
    public static bool IsLiquid(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

    /// <summary>Reads a text, or says why it is no Liquid.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="liquid">The text when the answer is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, when the answer is false.</param>
    /// <param name="maxLength">The greatest length in characters.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out LiquidText? liquid, [NotNullWhen(false)] out string? problem, int maxLength = MaxLength)
    {
        liquid = null;
        problem = LiquidNesting.Problem(text, maxLength) ?? Parse(text, out liquid);
        return problem is null;
    }

    /// <summary>Fills in the values.</summary>
    /// <param name="scope">What the text sees.</param>
    /// <param name="text">The result when the answer is true.</param>
    /// <param name="problem">Why it can't be rendered, as a sentence, when the answer is false.</param>
    /// <param name="escape">How values are escaped.</param>
    /// <param name="undefined">Where the names of what was read and is not there are added, as they stand in the text; or null.</param>
    public bool TryRender(
        LiquidScope scope,
        [NotNullWhen(true)] out string? text,
        [NotNullWhen(false)] out string? problem,
        LiquidEscape escape = LiquidEscape.None,
        ISet<string>? undefined = null)
    {
        (text, problem) = scope.Run(context =>
        {
            using var writer = new LimitedWriter();
            context.AmbientValues[LiquidFilter.Escape] = escape;
            if (undefined is not null)
            {
                context.AmbientValues[NotedMember.Undefined] = undefined;
            }

            LiquidScope.Now(_template.RenderAsync(writer, LiquidEscaping.EncoderOf(escape), context));
            return writer.ToString();
        });
        return problem is null;
    }

    /// <summary>Fills in the values; a text that is one single <c>{{ … }}</c> keeps the value's JSON type.</summary>
    /// <param name="scope">What the text sees.</param>
    /// <param name="value">The value when the answer is true; a JSON null when it is undefined.</param>
    /// <param name="problem">Why it can't be rendered, as a sentence, when the answer is false.</param>
    public bool TryEvaluate(LiquidScope scope, out JsonElement value, [NotNullWhen(false)] out string? problem)
    {
        if (_field is not null)
        {
            // As it was sent, with all digits of a number.
            var stands = scope.Fields.Read(_field);
            (value, problem) = (stands.Exists ? stands.Json : LiquidJson.Null, null);
        }
        else if (_single is not null)
        {
            (value, problem) = scope.Run(context => LiquidJson.From(LiquidScope.Now(_single.EvaluateAsync(context)), context));
        }
        else
        {
            var isRendered = TryRender(scope, out var text, out problem);
            value = isRendered ? JsonSerializer.SerializeToElement(text) : default;
        }

        return problem is null;
    }

    public override string ToString() => Text;

    private static string? Parse(string text, out LiquidText? liquid)
    {
        liquid = null;
        if (!LiquidEngine.Parser.TryParse(text, out var template, out var error))
        {
            return $"isn't valid Liquid: {Excerpt.Line(error)}";
        }

        var rewriter = new LiquidRewriter();
        template = rewriter.VisitTemplate(template);
        if (rewriter.UnknownFilter is { } filter)
        {
            return $"isn't valid Liquid: there is no filter {Excerpt.Name(filter)}";
        }

        liquid = new LiquidText(text, template);
        return null;
    }
}
