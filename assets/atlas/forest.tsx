<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="forest" tilewidth="112" tileheight="96" tilecount="30" columns="10">
 <tileoffset x="-24" y="0"/>
 <grid orientation="isometric" width="64" height="32"/>
 <image source="forest.png" width="1120" height="288"/>
 <tile id="0" type="forest_dense.0"/>
 <tile id="1" type="forest_dense.1"/>
 <tile id="2" type="forest_dense.2"/>
 <tile id="3" type="forest_thin.0"/>
 <tile id="4" type="forest_thin.1"/>
 <tile id="5" type="forest_stumps.0"/>
 <tile id="6" type="forest_stumps.1"/>
 <tile id="7" type="forest_south_dense.0"/>
 <tile id="8" type="forest_south_dense.1"/>
 <tile id="9" type="forest_south_dense.2"/>
 <tile id="10" type="forest_south_thin.0"/>
 <tile id="11" type="forest_south_thin.1"/>
 <tile id="12" type="forest_south_stumps.0"/>
 <tile id="13" type="forest_south_stumps.1"/>
 <tile id="14" type="forest_dry_dense.0"/>
 <tile id="15" type="forest_dry_dense.1"/>
 <tile id="16" type="forest_dry_dense.2"/>
 <tile id="17" type="forest_dry_thin.0"/>
 <tile id="18" type="forest_dry_thin.1"/>
 <tile id="19" type="forest_dry_stumps.0"/>
 <tile id="20" type="forest_dry_stumps.1"/>
</tileset>
