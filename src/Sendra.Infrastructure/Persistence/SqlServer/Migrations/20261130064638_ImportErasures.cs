using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ImportErasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "contact_import_chunks",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "contact_import_addresses",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    address_hash = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    import_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    line = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_import_addresses", x => new { x.workspace_id, x.address_hash, x.import_id, x.ordinal, x.line });
                    table.ForeignKey(
                        name: "fk_contact_import_addresses_imports",
                        columns: x => new { x.workspace_id, x.import_id },
                        principalTable: "contact_imports",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_import_erasures",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    import_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    address_hash = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_import_erasures", x => new { x.workspace_id, x.import_id, x.address_hash });
                    table.ForeignKey(
                        name: "fk_contact_import_erasures_imports",
                        columns: x => new { x.workspace_id, x.import_id },
                        principalTable: "contact_imports",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_import_addresses_workspace_id_import_id",
                table: "contact_import_addresses",
                columns: new[] { "workspace_id", "import_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_import_addresses");

            migrationBuilder.DropTable(
                name: "contact_import_erasures");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "contact_import_chunks");
        }
    }
}
