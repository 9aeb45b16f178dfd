using System.Text;

namespace Sendra.Domain.Liquid;

/// <summary>Text that ends a rendering before it becomes too long.</summary>
internal sealed class LimitedWriter : StringWriter
{
    private readonly StringBuilder _text;

    internal LimitedWriter()
        : this(new StringBuilder())
    {
    }

    private LimitedWriter(StringBuilder text)
        : base(text, System.Globalization.CultureInfo.InvariantCulture) => _text = text;

    public override void Write(char value)
    {
        LiquidBudget.Allow(_text.Length + 1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        LiquidBudget.Allow((long)_text.Length + count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        LiquidBudget.Allow((long)_text.Length + buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        LiquidBudget.Allow((long)_text.Length + (value?.Length ?? 0));
        base.Write(value);
    }

    // The base class writes asynchronously by calling itself on the spot; Write is what counts.
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }
}
