using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeptAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The column's type alone wouldn't change what is there.
            migrationBuilder.Sql("UPDATE idempotency_keys SET answer = CAST(answer AS BLOB)");

            migrationBuilder.AlterColumn<byte[]>(
                name: "answer",
                table: "idempotency_keys",
                type: "BLOB",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // A version before can't read what is compressed.
            migrationBuilder.Sql("DELETE FROM idempotency_keys");

            migrationBuilder.AlterColumn<string>(
                name: "answer",
                table: "idempotency_keys",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");
        }
    }
}
